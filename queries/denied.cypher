// title: Denied
// answers: What a source says has not happened or will not, with the sentence.
MATCH (claim:Claim {status: 'denied'})-[:ABOUT]->(agreement:Agreement)
RETURN agreement.id AS agreement, agreement.label AS label, claim.event AS event, claim.date AS date,
  claim.source AS source, claim.id AS claim, claim.quote AS quote
ORDER BY agreement, event, claim
