// title: Agreements between two states
// answers: All agreements that both are parties to, in their own right or as the continuator of a former state.
// param: first state = RU | a state, by code or name
// param: second state = KP | another state, by code or name
MATCH (:State {id: $first})-[:CONTINUES*0..2]->(the_one:State)-[:PARTY_TO]->(the_agreement:Agreement)
MATCH (:State {id: $second})-[:CONTINUES*0..2]->(the_other:State)-[:PARTY_TO]->(the_agreement)
RETURN DISTINCT the_agreement.id AS agreement, the_agreement.label AS label, the_agreement.kind AS kind, toString(the_agreement.year) AS year,
  the_one.id AS one, the_other.id AS other
ORDER BY year IS NULL, year, agreement, one, other
