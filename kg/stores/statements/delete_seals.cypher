MATCH (s:KgSeal) WHERE s.entries = '' DELETE s
