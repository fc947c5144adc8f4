// title: Replacements that sources dispute
// answers: Pairs of agreements of which one source says that one replaces the other and another that it does not.
MATCH (the_newer:Agreement)-[edge:SUPERSEDES]->(the_older:Agreement)
WHERE edge.status <> 'denied' AND EXISTS { MATCH (the_newer)-[denied:SUPERSEDES]->(the_older) WHERE denied.status = 'denied' }
RETURN the_newer.id AS newer, the_older.id AS older, edge.status AS status
ORDER BY newer, older, status
