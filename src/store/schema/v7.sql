-- The dossier file, version 7: filters with names, whose dossier it is, what obstacles weigh, and by whose
-- clock one meets.

-- Filters of the matrix.
CREATE TABLE saved_views (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  name TEXT NOT NULL,
  filter TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The party whose stances are one's own.
ALTER TABLE parties ADD COLUMN ours INTEGER NOT NULL DEFAULT 0 CHECK (ours IN (0, 1));

-- What each obstacle weighs in a total.
ALTER TABLE dossier ADD COLUMN weight_terminology INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dossier ADD COLUMN weight_stakeholders INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dossier ADD COLUMN weight_mistrust INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dossier ADD COLUMN weight_opacity INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dossier ADD COLUMN weight_proxies INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dossier ADD COLUMN weight_weapons INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dossier ADD COLUMN weight_espionage INTEGER NOT NULL DEFAULT 1;
ALTER TABLE dossier ADD COLUMN weight_urgency INTEGER NOT NULL DEFAULT 1;

-- The city by whose clock a meeting is.
ALTER TABLE meetings ADD COLUMN city TEXT;
