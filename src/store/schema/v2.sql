-- The dossier file, version 2: comments, steps of other copies, the desk.

-- Remarks on records, which stay as they are; an answer names what it answers.
CREATE TABLE comments (
  id TEXT NOT NULL PRIMARY KEY,
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  answers TEXT REFERENCES comments (id),
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  made TEXT NOT NULL,
  resolved INTEGER NOT NULL CHECK (resolved IN (0, 1)),
  marking TEXT
) STRICT, WITHOUT ROWID;

-- The merge that brought a step in from another copy; none where it was made in this one.
-- Its changes tell what was done there. What the merge made of them are its own.
ALTER TABLE edits ADD COLUMN merged INTEGER REFERENCES edits (seq);

-- Where one was, and what was half typed: neither logged nor merged, and never sent.
CREATE TABLE desk (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
