-- Whether everyone may read an edition, and a number that grows each time its settings change: who read it under another number read something else.
ALTER TABLE edition ADD COLUMN published BIGINT NOT NULL DEFAULT 1;
ALTER TABLE edition ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
