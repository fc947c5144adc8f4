// title: Agreements of a leader
// answers: What a leader signed, is to sign or did not sign.
// param: leader leader = vladimir-putin | a person, by id or name in any script
MATCH (agreement:Agreement)-[edge:SIGNED_BY]->(:Leader {id: $leader})
RETURN agreement.id AS agreement, agreement.label AS label, edge.status AS status, edge.date AS date,
  size(edge.claims) AS claims
ORDER BY agreement, status
