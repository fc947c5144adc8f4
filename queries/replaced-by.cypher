// title: What replaced an agreement
// answers: The agreements that supersede it directly, done or planned or denied, each with its date and number of claims.
// param: agreement agreement = suhh-kp-1961-treaty-friendship-mutual-assistance | an agreement, by id or name
MATCH (the_newer:Agreement)-[edge:SUPERSEDES]->(:Agreement {id: $agreement})
RETURN the_newer.id AS newer, the_newer.label AS label, edge.status AS status, edge.date AS date, size(edge.claims) AS claims
ORDER BY newer, status
