// title: Documents
// answers: All documents with language, date and number of claims.
MATCH (document:Document)
OPTIONAL MATCH (claim:Claim)-[:STATED_IN]->(document)
RETURN document.id AS document, document.name AS name, document.language AS language, document.published AS published,
  count(claim) AS claims
ORDER BY document
