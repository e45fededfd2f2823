-- Run at each opening, after the migrations.

CREATE TABLE IF NOT EXISTS contribution_search (
    edition_id TEXT NOT NULL, number BIGINT NOT NULL, stems TSVECTOR NOT NULL, PRIMARY KEY (edition_id, number)
);
CREATE INDEX IF NOT EXISTS contribution_search_stems ON contribution_search USING gin (stems);

CREATE TABLE IF NOT EXISTS idea_search (
    edition_id TEXT NOT NULL, idea_id TEXT NOT NULL, stems TSVECTOR NOT NULL, PRIMARY KEY (edition_id, idea_id)
);
CREATE INDEX IF NOT EXISTS idea_search_stems ON idea_search USING gin (stems);

CREATE OR REPLACE FUNCTION refuse_change () RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only';
END
$$;

CREATE OR REPLACE TRIGGER journal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change ();
