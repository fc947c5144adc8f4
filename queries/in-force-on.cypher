// title: What is in force on a day
// answers: Agreements that had entered into force by the day and had not ended; a vague date counts from its first day.
// param: day date = 2025-01-01 | an ISO day
MATCH (agreement:Agreement)
WHERE agreement.in_force_from <= $day AND (agreement.ended IS NULL OR agreement.ended > $day)
RETURN agreement.id AS agreement, agreement.label AS label, agreement.in_force_from AS from, agreement.ended AS ended
ORDER BY from, agreement
