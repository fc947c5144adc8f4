MATCH (s:KgSeal) RETURN s.id AS id, s.hash AS hash
