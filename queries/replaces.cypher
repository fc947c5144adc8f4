// title: What an agreement replaces
// answers: The agreements that it supersedes directly, done or planned or denied, each with its date and number of claims.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH (:Agreement {id: $agreement})-[edge:SUPERSEDES]->(the_older:Agreement)
RETURN the_older.id AS older, the_older.label AS label, edge.status AS status, edge.date AS date, size(edge.claims) AS claims
ORDER BY older, status
