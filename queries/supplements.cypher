// title: Protocols and annexes of an agreement
// answers: The agreements that supplement or amend it.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH (the_other:Agreement)-[edge:SUPPLEMENTS|AMENDS]->(:Agreement {id: $agreement})
RETURN the_other.id AS other, the_other.label AS label, toLower(type(edge)) AS relation, edge.status AS status, edge.date AS date
ORDER BY other, relation, status
