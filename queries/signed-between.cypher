// title: Signed between two days
// answers: Agreements by the day, month or year of signature that is shown for them.
// param: first date = 2024-01-01 | an ISO day
// param: last date = 2024-12-31 | an ISO day, the last one counted
MATCH (agreement:Agreement)
WHERE agreement.signed >= $first AND agreement.signed <= $last
RETURN agreement.id AS agreement, agreement.label AS label, agreement.signed AS signed
ORDER BY signed, agreement
