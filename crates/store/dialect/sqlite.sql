-- Run at each opening, after the migrations.

CREATE VIRTUAL TABLE IF NOT EXISTS contribution_search USING fts5 (
    edition_id UNINDEXED, number UNINDEXED, stems, tokenize = "unicode61 remove_diacritics 0"
);

CREATE VIRTUAL TABLE IF NOT EXISTS idea_search USING fts5 (
    edition_id UNINDEXED, idea_id UNINDEXED, stems, tokenize = "unicode61 remove_diacritics 0"
);

CREATE TRIGGER IF NOT EXISTS journal_keeps_entries BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE (ABORT, 'the journal is append-only');
END;

CREATE TRIGGER IF NOT EXISTS journal_loses_nothing BEFORE DELETE ON journal
BEGIN
    SELECT RAISE (ABORT, 'the journal is append-only');
END;
