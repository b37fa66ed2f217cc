-- The dossier file, version 6: slides of the members of a group.

ALTER TABLE slides ADD COLUMN group_id TEXT REFERENCES groups (id);
