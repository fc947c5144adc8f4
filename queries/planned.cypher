// title: Planned and not yet done
// answers: Events that some source plans and no source tells as done.
MATCH (the_agreement:Agreement)<-[:ABOUT]-(the_claim:Claim {status: 'planned'})
WHERE the_agreement.awaited CONTAINS the_claim.event
RETURN the_agreement.id AS agreement, the_agreement.label AS label, the_claim.event AS event, the_claim.date AS date, the_claim.id AS claim
ORDER BY agreement, event, claim
