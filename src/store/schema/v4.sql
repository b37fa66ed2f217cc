-- The dossier file, version 4: how few answers are too few to be told apart.

-- Of a poll with fewer answers than this no split is shown outside the dossier.
ALTER TABLE dossier ADD COLUMN poll_min_answers INTEGER NOT NULL DEFAULT 5
  CHECK (poll_min_answers BETWEEN 1 AND 50);
