MERGE (n:$label {id: row.id}) SET n += row.values
