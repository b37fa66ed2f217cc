-- The dossier file, version 3: what is shown in the room, and what is taken down there.

-- How many took each stance, without names.
CREATE TABLE polls (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  champion INTEGER NOT NULL CHECK (champion BETWEEN 0 AND 4294967295),
  support INTEGER NOT NULL CHECK (support BETWEEN 0 AND 4294967295),
  accept INTEGER NOT NULL CHECK (accept BETWEEN 0 AND 4294967295),
  reserve INTEGER NOT NULL CHECK (reserve BETWEEN 0 AND 4294967295),
  object INTEGER NOT NULL CHECK (object BETWEEN 0 AND 4294967295),
  no_instructions INTEGER NOT NULL CHECK (no_instructions BETWEEN 0 AND 4294967295),
  author TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

-- What was put aside in a meeting.
CREATE TABLE parked (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT REFERENCES proposals (id),
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  resolved INTEGER NOT NULL CHECK (resolved IN (0, 1)),
  marking TEXT
) STRICT, WITHOUT ROWID;

-- The running order of the room.
CREATE TABLE slides (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  rank INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 4294967295),
  kind TEXT NOT NULL,
  proposal_id TEXT REFERENCES proposals (id),
  obstacle TEXT,
  camp TEXT,
  region TEXT NOT NULL,
  since TEXT,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;
