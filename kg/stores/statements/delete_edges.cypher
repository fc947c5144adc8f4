UNWIND $rows AS row
MATCH (:$start {id: row[0]})-[r:$kind {key: row[2]}]->(:$end {id: row[1]})
DELETE r
