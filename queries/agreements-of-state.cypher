// title: Agreements of a state
// answers: What a state is party to, in its own right or as the continuator of a former state.
// param: state state = RU | a state, by code or name
MATCH (:State {id: $state})-[:CONTINUES*0..2]->(the_party:State)-[:PARTY_TO]->(the_agreement:Agreement)
RETURN DISTINCT the_agreement.id AS agreement, the_agreement.label AS label, the_agreement.kind AS kind, toString(the_agreement.year) AS year,
  the_party.id AS party
ORDER BY year IS NULL, year, agreement, party
