// title: Claims of a document
// answers: All that one document says, in the order of its text.
// param: document document = 7828a570a3ce4f3f | a document, by the start of its sha256, its name or URL
MATCH (:Document {id: $document})<-[:STATED_IN]-(claim:Claim)-[:ABOUT]->(agreement:Agreement)
OPTIONAL MATCH (claim)-[:ABOUT_OLDER]->(older:Agreement)
RETURN claim.id AS claim, claim.event AS event, claim.status AS status, agreement.id AS agreement, older.id AS older,
  claim.date AS date, claim.start AS start, claim.quote AS quote
ORDER BY start, claim
