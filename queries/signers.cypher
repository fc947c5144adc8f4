// title: Who signed an agreement, and for whom
// answers: The leaders that signed it, are to sign it or did not, and the state each acts for.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH (:Agreement {id: $agreement})-[edge:SIGNED_BY]->(leader:Leader)
OPTIONAL MATCH (leader)-[:ACTS_FOR]->(state:State)
RETURN leader.id AS leader, leader.label AS label, state.id AS state, edge.status AS status, edge.date AS date,
  size(edge.claims) AS claims
ORDER BY leader, status
