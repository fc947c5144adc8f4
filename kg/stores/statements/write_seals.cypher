UNWIND $rows AS row
MERGE (s:KgSeal {id: row[0]})
SET s.hash = row[1], s.entries = row[2]
