// title: Agreements of a leader
// answers: What a leader signed, is to sign or did not sign.
// param: leader leader = vladimir-putin | a person, by id or name in any script
MATCH (the_agreement:Agreement)-[edge:SIGNED_BY]->(:Leader {id: $leader})
RETURN the_agreement.id AS agreement, the_agreement.label AS label, edge.status AS status, edge.date AS date,
  size(edge.claims) AS claims
ORDER BY agreement, status
