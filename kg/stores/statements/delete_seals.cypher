MATCH (s:KgSeal) WHERE size(s.entries) = 0 DELETE s
