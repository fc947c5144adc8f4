UNWIND $rows AS row
MATCH (a:$start {id: row.start})
MATCH (b:$end {id: row.end})
MERGE (a)-[r:$kind {key: row.key}]->(b)
SET r = row.values
