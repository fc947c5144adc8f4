// title: The lineage of an agreement, both ways
// answers: The replacements, done or planned, between the agreements it goes back to and those that followed it.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH path = (the_older:Agreement)-[:SUPERSEDES*0..30]->(:Agreement {id: $agreement})
WHERE all(step IN relationships(path) WHERE step.status <> 'denied')
WITH collect(DISTINCT the_older.id) AS above
MATCH path = (:Agreement {id: $agreement})-[:SUPERSEDES*0..30]->(the_newer:Agreement)
WHERE all(step IN relationships(path) WHERE step.status <> 'denied')
WITH above, collect(DISTINCT the_newer.id) AS below
WITH above, below, above + below AS known
MATCH (the_newer:Agreement)-[edge:SUPERSEDES]->(the_older:Agreement)
WHERE the_newer.id IN known AND the_older.id IN known AND edge.status <> 'denied' AND (the_older.id IN above OR the_newer.id IN below)
RETURN the_newer.id AS newer, the_older.id AS older, edge.status AS status, edge.date AS date
ORDER BY newer, older, status
