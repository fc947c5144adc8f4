// title: Planned and not yet done
// answers: Events that some source plans and no source tells as done.
MATCH (claim:Claim {status: 'planned'})-[:ABOUT]->(agreement:Agreement)
WHERE NOT EXISTS { MATCH (done:Claim {status: 'done'})-[:ABOUT]->(agreement) WHERE done.event = claim.event }
RETURN agreement.id AS agreement, agreement.label AS label, claim.event AS event, claim.date AS date, claim.id AS claim
ORDER BY agreement, event, claim
