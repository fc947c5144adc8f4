UNWIND $rows AS row
MERGE (s:KgSeal {id: row.id})
SET s.hash = row.hash, s.entries = row.entries
