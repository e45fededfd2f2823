-- The code that whoever is not signed in gives to contribute; empty when anyone may.
ALTER TABLE edition ADD COLUMN invitation TEXT NOT NULL DEFAULT '';
