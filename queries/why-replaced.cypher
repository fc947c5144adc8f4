// title: Who says that one agreement replaces another
// answers: The sentences that carry a replacement, with status, date, speaker and document.
// param: newer agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | the agreement that replaces
// param: older agreement = suhh-kp-1961-treaty-friendship-mutual-assistance | the agreement that is replaced
MATCH (:Agreement {id: $newer})<-[:ABOUT]-(the_claim:Claim {event: 'replacement'})-[:ABOUT_OLDER]->(:Agreement {id: $older})
MATCH (the_claim)-[:STATED_IN]->(the_document:Document)
RETURN the_claim.id AS claim, the_claim.status AS status, the_claim.date AS date, the_claim.source AS source, the_document.id AS document,
  the_claim.quote AS quote
ORDER BY status, document, claim
