UNWIND $rows AS row
MERGE (n:$label {id: row[0]})
SET n = {id: row[0]$columns}
