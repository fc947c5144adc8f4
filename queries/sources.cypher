// title: Who says so
// answers: Every sentence about an agreement: the event, its status, who is quoted, and the document.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH (the_document:Document)<-[:STATED_IN]-(the_claim:Claim)-[:ABOUT|ABOUT_OLDER]->(:Agreement {id: $agreement})
RETURN the_claim.id AS claim, the_claim.event AS event, the_claim.status AS status, the_claim.date AS date, the_claim.source AS source,
  the_document.id AS document, the_document.name AS name, the_document.url AS url, the_document.language AS language,
  the_document.published AS published, the_claim.quote AS quote
ORDER BY event, status, document, claim
