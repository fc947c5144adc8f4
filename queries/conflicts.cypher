// title: Where sources disagree on a date
// answers: Pairs of done claims on the same event of an agreement whose dates cannot both be right.
MATCH (claim:Claim {status: 'done'})-[:ABOUT]->(agreement:Agreement)<-[:ABOUT]-(other:Claim {status: 'done'})
WHERE claim.event = other.event AND claim.event IN ['signature', 'entry_into_force', 'expiry']
  AND claim.date < other.date AND NOT other.date STARTS WITH claim.date
RETURN agreement.id AS agreement, agreement.label AS label, claim.event AS event, claim.date AS date,
  other.date AS other_date, claim.id AS claim, other.id AS other
ORDER BY agreement, event, date, other_date, claim, other
