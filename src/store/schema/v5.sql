-- The dossier file, version 5: since when a proposal has had its status.

-- As precise as it is known: a year, a month or a day.
ALTER TABLE proposals ADD COLUMN since TEXT;
