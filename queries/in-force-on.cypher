// title: What is in force on a day
// answers: Agreements that had entered into force by the day and had not ended; a vague date counts from its first day.
// param: day date = 2025-01-01 | an ISO day
MATCH (the_agreement:Agreement)
WHERE the_agreement.in_force_from <= $day AND (the_agreement.ended IS NULL OR the_agreement.ended > $day)
RETURN the_agreement.id AS agreement, the_agreement.label AS label, the_agreement.in_force_from AS from, the_agreement.ended AS ended
ORDER BY from, agreement
