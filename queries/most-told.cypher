// title: The agreements most told of
// answers: Agreements by the number of documents with a claim on them.
MATCH (document:Document)<-[:STATED_IN]-(:Claim)-[:ABOUT]->(the_agreement:Agreement)
RETURN the_agreement.id AS agreement, the_agreement.label AS label, count(DISTINCT document) AS documents
ORDER BY documents DESC, agreement
