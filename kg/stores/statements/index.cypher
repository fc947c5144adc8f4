CREATE INDEX IF NOT EXISTS FOR (n:$label) ON (n.$name)
