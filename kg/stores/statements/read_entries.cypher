UNWIND $rows AS id
MATCH (s:KgSeal {id: id}) RETURN s.id AS id, s.hash AS hash, s.entries AS entries
