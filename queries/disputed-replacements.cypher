// title: Replacements that sources dispute
// answers: Pairs of agreements of which one source says that one replaces the other and another that it does not.
MATCH (newer:Agreement)-[edge:SUPERSEDES]->(older:Agreement)
WHERE edge.status <> 'denied' AND EXISTS { MATCH (newer)-[denied:SUPERSEDES]->(older) WHERE denied.status = 'denied' }
RETURN newer.id AS newer, older.id AS older, edge.status AS status
ORDER BY newer, older, status
