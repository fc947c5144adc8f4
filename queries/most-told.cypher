// title: The agreements most told of
// answers: Agreements by the number of documents with a claim on them.
MATCH (document:Document)<-[:STATED_IN]-(:Claim)-[:ABOUT]->(agreement:Agreement)
RETURN agreement.id AS agreement, agreement.label AS label, count(DISTINCT document) AS documents
ORDER BY documents DESC, agreement
