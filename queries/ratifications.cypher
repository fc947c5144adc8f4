// title: Who ratified an agreement
// answers: The states that ratified it, are to ratify it or did not, with dates.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH (:Agreement {id: $agreement})-[edge:RATIFIED_BY]->(the_state:State)
RETURN the_state.id AS state, the_state.label AS label, edge.status AS status, edge.date AS date, size(edge.claims) AS claims
ORDER BY state, status
