// title: Documents
// answers: All documents with language, date and number of claims.
MATCH (the_document:Document)
RETURN the_document.id AS document, the_document.name AS name, the_document.language AS language, the_document.published AS published,
  COUNT { MATCH (the_document)<-[:STATED_IN]-(:Claim) } AS claims
ORDER BY document
