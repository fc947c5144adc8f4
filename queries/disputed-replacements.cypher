// title: Replacements that sources dispute
// answers: Pairs of agreements of which one source says that one replaces the other and another that it does not.
MATCH (the_newer:Agreement)-[:SUPERSEDES {status: 'denied'}]->(the_older:Agreement)
MATCH (the_newer)-[edge:SUPERSEDES]->(the_older)
WHERE edge.status <> 'denied'
RETURN the_newer.id AS newer, the_older.id AS older, edge.status AS status
ORDER BY newer, older, status
