-- The dossier file, version 5: since when a proposal has had its status, what competes, other names, contacts,
-- how things are decided, scenarios, and texts with versions.

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

-- Why a party blocks, and whether it waits for its capital.
ALTER TABLE positions ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE positions ADD COLUMN hold INTEGER NOT NULL DEFAULT 0 CHECK (hold IN (0, 1));

-- Who of ours calls a party.
ALTER TABLE engagements ADD COLUMN caller TEXT NOT NULL DEFAULT '';

-- How an item of an agenda is decided, and what came out.
ALTER TABLE agenda ADD COLUMN procedure TEXT;
ALTER TABLE agenda ADD COLUMN decided TEXT;
ALTER TABLE agenda ADD COLUMN roll_call_id TEXT REFERENCES roll_calls (id);
-- Another item of the same meeting that is decided together with it.
ALTER TABLE agenda ADD COLUMN with_id TEXT REFERENCES agenda (id);

-- What it costs to move a party, and how fast what is known of it ages.
ALTER TABLE dossier ADD COLUMN cost_salience REAL NOT NULL DEFAULT 0.2;
ALTER TABLE dossier ADD COLUMN cost_public REAL NOT NULL DEFAULT 1.25;
ALTER TABLE dossier ADD COLUMN cost_inferred REAL NOT NULL DEFAULT 0.75;
ALTER TABLE dossier ADD COLUMN cost_camp REAL NOT NULL DEFAULT 0.25;
ALTER TABLE dossier ADD COLUMN stale_days INTEGER NOT NULL DEFAULT 60;

-- The text of a proposal: its versions, their paragraphs, one's own wordings, and stances on words.
CREATE TABLE versions (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  rank INTEGER NOT NULL,
  name TEXT NOT NULL,
  date TEXT,
  put_forward TEXT NOT NULL,
  source_id TEXT REFERENCES sources (id),
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraphs (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  version_id TEXT NOT NULL REFERENCES versions (id),
  rank INTEGER NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  words TEXT NOT NULL,
  follows_id TEXT REFERENCES paragraphs (id),
  merged_id TEXT REFERENCES paragraphs (id),
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE asks (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  paragraph_id TEXT REFERENCES paragraphs (id),
  wanted TEXT NOT NULL,
  fallback TEXT NOT NULL,
  red_line TEXT NOT NULL,
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE rulings (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  ask_id TEXT NOT NULL REFERENCES asks (id),
  version_id TEXT NOT NULL REFERENCES versions (id),
  fate TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE word_stances (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  paragraph_id TEXT NOT NULL REFERENCES paragraphs (id),
  alternative INTEGER NOT NULL,
  party_id TEXT REFERENCES parties (id),
  group_id TEXT REFERENCES groups (id),
  stance TEXT,
  date TEXT NOT NULL,
  certainty TEXT,
  source_id TEXT REFERENCES sources (id),
  note TEXT NOT NULL,
  marking TEXT,
  CHECK ((party_id IS NULL) <> (group_id IS NULL))
) STRICT, WITHOUT ROWID;

-- The one paragraph that a slide shows.
ALTER TABLE slides ADD COLUMN paragraph_id TEXT REFERENCES paragraphs (id);
