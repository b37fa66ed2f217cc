-- The dossier file, version 5: since when a proposal has had its status, what competes, other names, contacts,
-- and scenarios.

-- As precise as it is known: a year, a month or a day.
ALTER TABLE proposals ADD COLUMN since TEXT;

-- Two proposals on one subject, put to the vote side by side.
CREATE TABLE rivals (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  other_id TEXT NOT NULL REFERENCES proposals (id)
) STRICT, WITHOUT ROWID;

-- Other names of parties and groups, by which tables that come in may call them.
CREATE TABLE aliases (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  party_id TEXT REFERENCES parties (id),
  group_id TEXT REFERENCES groups (id),
  name TEXT NOT NULL,
  CHECK ((party_id IS NULL) <> (group_id IS NULL))
) STRICT, WITHOUT ROWID;

-- People to turn to at a party.
CREATE TABLE contacts (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  party_id TEXT NOT NULL REFERENCES parties (id),
  name TEXT NOT NULL,
  function TEXT NOT NULL,
  organisation TEXT NOT NULL,
  email TEXT NOT NULL,
  telephone TEXT NOT NULL,
  language TEXT NOT NULL,
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

-- What if some moved? Assumptions, never mixed with positions.
CREATE TABLE scenarios (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE scenario_moves (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  scenario_id TEXT NOT NULL REFERENCES scenarios (id),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  party_id TEXT REFERENCES parties (id),
  group_id TEXT REFERENCES groups (id),
  stance TEXT,
  note TEXT NOT NULL,
  marking TEXT,
  CHECK ((party_id IS NULL) <> (group_id IS NULL))
) STRICT, WITHOUT ROWID;
