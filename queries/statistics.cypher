// title: Statistics
// answers: How many nodes of each type the graph has.
MATCH (node)
WHERE node:Agreement OR node:Claim OR node:Document OR node:Leader OR node:State
RETURN labels(node)[0] AS type, count(node) AS number
ORDER BY type
