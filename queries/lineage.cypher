// title: The lineage of an agreement, both ways
// answers: The replacements, done or planned, between the agreements it goes back to and those that followed it.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
CALL () {
  MATCH path = (newer:Agreement)-[:SUPERSEDES]->(older:Agreement)-[:SUPERSEDES*0..30]->(:Agreement {id: $agreement})
  WHERE all(step IN relationships(path) WHERE step.status <> 'denied')
  RETURN relationships(path)[0] AS edge
  UNION
  MATCH path = (:Agreement {id: $agreement})-[:SUPERSEDES*1..30]->(:Agreement)
  WHERE all(step IN relationships(path) WHERE step.status <> 'denied')
  RETURN last(relationships(path)) AS edge
}
RETURN DISTINCT startNode(edge).id AS newer, endNode(edge).id AS older, edge.status AS status, edge.date AS date
ORDER BY newer, older, status
