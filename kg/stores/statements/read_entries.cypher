UNWIND $rows AS id
MATCH (s:KgSeal {id: id}) RETURN s.id AS id, s.entries AS entries
