UNWIND $rows AS row
MATCH (a:$start {id: row.start})
MATCH (b:$end {id: row.end})
CREATE (a)-[r:$kind]->(b)
SET r = row.values
