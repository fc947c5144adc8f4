DELETE { GRAPH $graph { ?subject ?predicate ?object } }
WHERE { VALUES ?subject { $subjects } GRAPH $graph { ?subject ?predicate ?object } }
