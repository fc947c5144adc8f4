// title: Who says that one agreement replaces another
// answers: The sentences that carry a replacement, with status, date, speaker and document.
// param: newer agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | the agreement that replaces
// param: older agreement = suhh-kp-1961-treaty-friendship-mutual-assistance | the agreement that is replaced
MATCH (:Agreement {id: $newer})<-[:ABOUT]-(claim:Claim {event: 'replacement'})-[:ABOUT_OLDER]->(:Agreement {id: $older})
MATCH (claim)-[:STATED_IN]->(document:Document)
RETURN claim.id AS claim, claim.status AS status, claim.date AS date, claim.source AS source, document.id AS document,
  claim.quote AS quote
ORDER BY status, document, claim
