-- What an edition asks, where its clock is, and how long its texts may be.
ALTER TABLE edition ADD COLUMN questions TEXT NOT NULL DEFAULT '[]'; -- guiding questions in both languages, JSON
ALTER TABLE edition ADD COLUMN time_zone TEXT NOT NULL DEFAULT 'Europe/Paris'; -- IANA name
ALTER TABLE edition ADD COLUMN title_max BIGINT NOT NULL DEFAULT 200; -- characters
ALTER TABLE edition ADD COLUMN text_max BIGINT NOT NULL DEFAULT 20000; -- characters
