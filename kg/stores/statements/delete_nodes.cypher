UNWIND $rows AS row
MATCH (n:$label {id: row[0]})
DETACH DELETE n
