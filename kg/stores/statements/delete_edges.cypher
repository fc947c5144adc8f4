UNWIND $rows AS row
MATCH (:$start {id: row.start})-[r:$kind {key: row.key}]->(:$end {id: row.end})
DELETE r
