// title: The life of an agreement
// answers: Every claim on it by date, undated last: what happened, is planned or denied; role `older` where it is the one replaced.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH (the_claim:Claim)-[about:ABOUT|ABOUT_OLDER]->(:Agreement {id: $agreement})
RETURN the_claim.id AS claim, the_claim.event AS event, the_claim.status AS status, the_claim.date AS date,
  CASE type(about) WHEN 'ABOUT' THEN 'itself' ELSE 'older' END AS role, the_claim.place AS place, the_claim.source AS source
ORDER BY date IS NULL, date, event, claim
