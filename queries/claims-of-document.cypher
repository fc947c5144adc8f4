// title: Claims of a document
// answers: All that one document says, in the order of its text.
// param: document document = 7828a570a3ce4f3f | a document, by the start of its sha256, its name or URL
MATCH (:Document {id: $document})<-[:STATED_IN]-(the_claim:Claim)-[:ABOUT]->(the_agreement:Agreement)
OPTIONAL MATCH (the_claim)-[:ABOUT_OLDER]->(the_older:Agreement)
RETURN the_claim.id AS claim, the_claim.event AS event, the_claim.status AS status, the_agreement.id AS agreement, the_older.id AS older,
  the_claim.date AS date, the_claim.start AS start, the_claim.quote AS quote
ORDER BY start, claim
