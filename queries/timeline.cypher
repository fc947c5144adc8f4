// title: The life of an agreement
// answers: Every claim on it by date, undated last: what happened, is planned or denied; role `older` where it is the one replaced.
// param: agreement agreement = ru-kp-2024-treaty-comprehensive-strategic-partnership | an agreement, by id or name
MATCH (claim:Claim)-[about:ABOUT|ABOUT_OLDER]->(:Agreement {id: $agreement})
RETURN claim.id AS claim, claim.event AS event, claim.status AS status, claim.date AS date,
  CASE type(about) WHEN 'ABOUT' THEN 'itself' ELSE 'older' END AS role, claim.place AS place, claim.source AS source
ORDER BY date IS NULL, date, event, claim
