-- The dossier file, version 1.
--
-- Every record has a UUID, the same in every copy of the file, and `deleted`:
-- deleting sets it, so that undo and merge always find the record again.
-- `marking` is empty where the dossier's own holds. Texts in two languages have
-- a column each. Days are ISO dates; a partial date may lack day or month.

CREATE TABLE dossier (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted = 0),
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  template TEXT NOT NULL,
  marking TEXT NOT NULL,
  classification TEXT NOT NULL,
  camp_upper REAL NOT NULL,
  camp_lower REAL NOT NULL,
  camp_min_votes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE parties (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  code TEXT NOT NULL,
  iso2 TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_nl TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  subregion TEXT NOT NULL,
  decides INTEGER NOT NULL CHECK (decides IN (0, 1)),
  camp TEXT,
  camp_reason TEXT NOT NULL,
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE groups (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  code TEXT NOT NULL,
  name_en TEXT NOT NULL,
  name_nl TEXT NOT NULL,
  kind TEXT NOT NULL,
  description_en TEXT NOT NULL,
  description_nl TEXT NOT NULL,
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE memberships (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  group_id TEXT NOT NULL REFERENCES groups (id),
  party_id TEXT NOT NULL REFERENCES parties (id),
  since TEXT,
  until TEXT,
  note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  symbol TEXT NOT NULL,
  title TEXT NOT NULL,
  issuer TEXT NOT NULL,
  date TEXT,
  kind TEXT NOT NULL,
  link TEXT NOT NULL,
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE proposals (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  code TEXT NOT NULL,
  title_en TEXT NOT NULL,
  title_nl TEXT NOT NULL,
  summary_en TEXT NOT NULL,
  summary_nl TEXT NOT NULL,
  text TEXT NOT NULL,
  source_id TEXT REFERENCES sources (id),
  measure TEXT,
  bindingness TEXT,
  scope TEXT,
  status TEXT NOT NULL,
  verification_en TEXT NOT NULL,
  verification_nl TEXT NOT NULL,
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE sponsors (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  party_id TEXT NOT NULL REFERENCES parties (id),
  main INTEGER NOT NULL CHECK (main IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE aim_tags (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  aim TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A line of dated entries per proposal and party or group; no stance means unknown again.
CREATE TABLE positions (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  party_id TEXT REFERENCES parties (id),
  group_id TEXT REFERENCES groups (id),
  stance TEXT,
  date TEXT NOT NULL,
  forum TEXT,
  words TEXT NOT NULL,
  source_id TEXT REFERENCES sources (id),
  certainty TEXT,
  salience INTEGER CHECK (salience BETWEEN 1 AND 5),
  condition TEXT NOT NULL,
  replaces TEXT REFERENCES positions (id),
  author TEXT NOT NULL,
  marking TEXT,
  CHECK ((party_id IS NULL) <> (group_id IS NULL))
) STRICT, WITHOUT ROWID;

-- One's own side; a proposal has one at most.
CREATE TABLE briefs (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  objective TEXT NOT NULL,
  acceptable TEXT NOT NULL,
  fallback TEXT NOT NULL,
  red_line TEXT NOT NULL,
  crossed INTEGER NOT NULL CHECK (crossed IN (0, 1)),
  crossed_reason TEXT NOT NULL,
  instruction TEXT NOT NULL,
  instruction_by TEXT,
  arguments TEXT NOT NULL,
  speaker TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

-- A line of dated assessments per proposal and obstacle.
CREATE TABLE assessments (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  obstacle TEXT NOT NULL,
  severity INTEGER CHECK (severity BETWEEN 0 AND 4),
  date TEXT NOT NULL,
  rationale TEXT NOT NULL,
  answer_1 TEXT NOT NULL,
  answer_2 TEXT NOT NULL,
  answer_3 TEXT NOT NULL,
  source_id TEXT REFERENCES sources (id),
  author TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE concerns (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  party_id TEXT NOT NULL REFERENCES parties (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE remedies (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  obstacle TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  kind TEXT,
  owner TEXT NOT NULL,
  due TEXT,
  status TEXT NOT NULL,
  severity_after INTEGER CHECK (severity_after BETWEEN 0 AND 4),
  precedent TEXT NOT NULL,
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

-- A line of dated judgements per pair, in either order.
CREATE TABLE relations (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  party_id TEXT NOT NULL REFERENCES parties (id),
  other_id TEXT NOT NULL REFERENCES parties (id),
  trust INTEGER NOT NULL CHECK (trust BETWEEN -2 AND 2),
  date TEXT NOT NULL,
  rationale TEXT NOT NULL,
  source_id TEXT REFERENCES sources (id),
  author TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

-- What moves a party; it has one at most.
CREATE TABLE engagements (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  party_id TEXT NOT NULL REFERENCES parties (id),
  economic TEXT NOT NULL,
  social TEXT NOT NULL,
  security TEXT NOT NULL,
  development TEXT NOT NULL,
  tags TEXT NOT NULL,
  offer TEXT NOT NULL,
  argument TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE next_steps (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  party_id TEXT NOT NULL REFERENCES parties (id),
  title TEXT NOT NULL,
  owner TEXT NOT NULL,
  due TEXT,
  done TEXT,
  outcome TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE terms (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  forms TEXT NOT NULL,
  used_by TEXT NOT NULL,
  sense TEXT NOT NULL,
  contested TEXT NOT NULL,
  wording TEXT NOT NULL,
  source_id TEXT REFERENCES sources (id),
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE meetings (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  until TEXT,
  time TEXT,
  utc_offset INTEGER CHECK (utc_offset BETWEEN -720 AND 840),
  place TEXT NOT NULL,
  outcome TEXT NOT NULL,
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  meeting_id TEXT NOT NULL REFERENCES meetings (id),
  proposal_id TEXT NOT NULL REFERENCES proposals (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE roll_calls (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  code TEXT NOT NULL,
  title_en TEXT NOT NULL,
  title_nl TEXT NOT NULL,
  date TEXT NOT NULL,
  yes_side TEXT,
  source_id TEXT REFERENCES sources (id),
  note TEXT NOT NULL,
  marking TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE votes (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  roll_call_id TEXT NOT NULL REFERENCES roll_calls (id),
  party_id TEXT NOT NULL REFERENCES parties (id),
  ballot TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX parties_code ON parties (code) WHERE deleted = 0;
CREATE UNIQUE INDEX groups_code ON groups (code) WHERE deleted = 0;
CREATE UNIQUE INDEX proposals_code ON proposals (code) WHERE deleted = 0;
CREATE UNIQUE INDEX roll_calls_code ON roll_calls (code) WHERE deleted = 0;

-- The change log. It only grows: undoing a step is a step of its own.
CREATE TABLE edits (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  time TEXT NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target TEXT REFERENCES edits (id),
  name TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

-- One row a changed field; a new record is one row without a field.
CREATE TABLE changes (
  edit INTEGER NOT NULL REFERENCES edits (seq),
  n INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT,
  old ANY,
  new ANY,
  PRIMARY KEY (edit, n)
) STRICT, WITHOUT ROWID;
