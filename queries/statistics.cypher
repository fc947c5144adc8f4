// title: Statistics
// answers: How many nodes of each type the graph has.
MATCH (node:Agreement) WITH count(node) AS number WHERE number > 0 RETURN 'Agreement' AS type, number
UNION ALL
MATCH (node:Claim) WITH count(node) AS number WHERE number > 0 RETURN 'Claim' AS type, number
UNION ALL
MATCH (node:Document) WITH count(node) AS number WHERE number > 0 RETURN 'Document' AS type, number
UNION ALL
MATCH (node:Leader) WITH count(node) AS number WHERE number > 0 RETURN 'Leader' AS type, number
UNION ALL
MATCH (node:State) WITH count(node) AS number WHERE number > 0 RETURN 'State' AS type, number
