-- The territory that a contribution speaks from: a code of the official table, where there is no doubt. What was typed stays in author.commune.
ALTER TABLE contribution ADD COLUMN territory TEXT;
CREATE INDEX contribution_by_territory ON contribution (edition_id, territory);
