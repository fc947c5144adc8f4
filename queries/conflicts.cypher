// title: Where sources disagree on a date
// answers: Pairs of done claims on the same event of an agreement whose dates cannot both be right.
MATCH (the_agreement:Agreement)<-[:ABOUT]-(the_claim:Claim {status: 'done'})
WHERE the_agreement.disputed CONTAINS the_claim.event AND the_claim.event IN ['signature', 'entry_into_force', 'expiry']
MATCH (the_agreement)<-[:ABOUT]-(the_other:Claim {status: 'done'})
WHERE the_claim.event = the_other.event AND the_claim.date < the_other.date AND NOT the_other.date STARTS WITH the_claim.date
RETURN the_agreement.id AS agreement, the_agreement.label AS label, the_claim.event AS event, the_claim.date AS date,
  the_other.date AS other_date, the_claim.id AS claim, the_other.id AS other
ORDER BY agreement, event, date, other_date, claim, other
