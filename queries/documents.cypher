// title: Documents
// answers: All documents with language, date and number of claims.
MATCH (the_document:Document)
OPTIONAL MATCH (claim:Claim)-[:STATED_IN]->(the_document)
RETURN the_document.id AS document, the_document.name AS name, the_document.language AS language, the_document.published AS published,
  count(claim) AS claims
ORDER BY document
