// title: The agreements most told of
// answers: Agreements by the number of documents with a claim on them, the hundred of which most do.
MATCH (the_agreement:Agreement)
WHERE the_agreement.documents > 0
RETURN the_agreement.id AS agreement, the_agreement.label AS label, the_agreement.documents AS documents
ORDER BY documents DESC, agreement
LIMIT 100
