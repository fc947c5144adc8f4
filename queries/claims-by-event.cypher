// title: Claims by event and status
// answers: How many claims tell of each event, by status.
MATCH (claim:Claim)
RETURN claim.event AS event, claim.status AS status, count(claim) AS claims
ORDER BY event, status
