// title: Most cited sources
// answers: The speakers and bodies that claims are attributed to, the most cited first.
MATCH (claim:Claim)
WHERE claim.source IS NOT NULL
RETURN claim.source AS source, count(claim) AS claims
ORDER BY claims DESC, source
