// title: What replaced an agreement in the end
// answers: The agreements at the end of the chain of replacements, done or planned, that starts at it.
// param: agreement agreement = suhh-kp-1961-treaty-friendship-mutual-assistance | an agreement, by id or name
MATCH path = (the_last:Agreement)-[:SUPERSEDES*1..30]->(:Agreement {id: $agreement})
WHERE all(step IN relationships(path) WHERE step.status <> 'denied')
  AND NOT EXISTS { MATCH (newer:Agreement)-[next:SUPERSEDES]->(the_last) WHERE next.status <> 'denied' AND newer.id <> the_last.id }
RETURN DISTINCT the_last.id AS last, the_last.label AS label
ORDER BY last
