// title: Signed between two days
// answers: Agreements by the day, month or year of signature that is shown for them.
// param: first date = 2024-01-01 | an ISO day
// param: last date = 2024-12-31 | an ISO day, the last one counted
MATCH (the_agreement:Agreement)
WHERE the_agreement.signed >= $first AND the_agreement.signed <= $last
RETURN the_agreement.id AS agreement, the_agreement.label AS label, the_agreement.signed AS signed
ORDER BY signed, agreement
