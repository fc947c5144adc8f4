UNWIND $rows AS row
MATCH (a:$start {id: row[0]})
MATCH (b:$end {id: row[1]})
MERGE (a)-[r:$kind {key: row[2]}]->(b)
SET r = {key: row[2]$columns}
