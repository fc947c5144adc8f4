RETURN EXISTS { MATCH (n:State|Leader|Agreement|Claim|Document) RETURN n } AS filled
