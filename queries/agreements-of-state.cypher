// title: Agreements of a state
// answers: What a state is party to, in its own right or as the continuator of a former state.
// param: state state = RU | a state, by code or name
MATCH (:State {id: $state})-[:CONTINUES*0..2]->(party:State)-[:PARTY_TO]->(agreement:Agreement)
RETURN DISTINCT agreement.id AS agreement, agreement.label AS label, agreement.kind AS kind, toString(agreement.year) AS year,
  party.id AS party
ORDER BY year IS NULL, year, agreement, party
