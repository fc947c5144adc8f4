// title: The parties of an agreement
// answers: The states and organisations that the sources tie to it; a former state with its last day.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH (the_state:State)-[edge:PARTY_TO]->(:Agreement {id: $agreement})
RETURN the_state.id AS state, the_state.label AS label, the_state.until AS until, size(edge.claims) AS claims
ORDER BY state
