// title: Who signed an agreement, and for whom
// answers: The leaders that signed it, are to sign it or did not, and the state each acts for.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH (:Agreement {id: $agreement})-[edge:SIGNED_BY]->(the_leader:Leader)
OPTIONAL MATCH (the_leader)-[:ACTS_FOR]->(the_state:State)
RETURN the_leader.id AS leader, the_leader.label AS label, the_state.id AS state, edge.status AS status, edge.date AS date,
  size(edge.claims) AS claims
ORDER BY leader, status
