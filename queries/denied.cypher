// title: Denied
// answers: What a source says has not happened or will not, with the sentence.
MATCH (the_claim:Claim {status: 'denied'})-[:ABOUT]->(the_agreement:Agreement)
RETURN the_agreement.id AS agreement, the_agreement.label AS label, the_claim.event AS event, the_claim.date AS date,
  the_claim.source AS source, the_claim.id AS claim, the_claim.quote AS quote
ORDER BY agreement, event, claim
