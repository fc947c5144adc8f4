// title: Who says so
// answers: Every sentence about an agreement: the event, its status, who is quoted, and the document.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH (document:Document)<-[:STATED_IN]-(claim:Claim)-[:ABOUT|ABOUT_OLDER]->(:Agreement {id: $agreement})
RETURN claim.id AS claim, claim.event AS event, claim.status AS status, claim.date AS date, claim.source AS source,
  document.id AS document, document.name AS name, document.url AS url, document.language AS language,
  document.published AS published, claim.quote AS quote
ORDER BY event, status, document, claim
