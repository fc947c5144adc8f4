// title: Agreements between two states
// answers: All agreements that both are parties to, in their own right or as the continuator of a former state.
// param: first state = RU | a state, by code or name
// param: second state = KP | another state, by code or name
MATCH (:State {id: $first})-[:CONTINUES*0..2]->(one:State)-[:PARTY_TO]->(agreement:Agreement)
MATCH (:State {id: $second})-[:CONTINUES*0..2]->(other:State)-[:PARTY_TO]->(agreement)
RETURN DISTINCT agreement.id AS agreement, agreement.label AS label, agreement.kind AS kind, toString(agreement.year) AS year,
  one.id AS one, other.id AS other
ORDER BY year IS NULL, year, agreement
