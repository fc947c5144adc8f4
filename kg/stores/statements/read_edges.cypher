MATCH (a)-[r]->(b) WHERE a.id IS NOT NULL AND b.id IS NOT NULL AND r.key IS NOT NULL
RETURN a.id AS start, b.id AS end, properties(r) AS values
