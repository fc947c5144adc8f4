MATCH (n) WHERE n.id IS NOT NULL AND NOT n:KgSeal
RETURN labels(n) AS labels, properties(n) AS values
