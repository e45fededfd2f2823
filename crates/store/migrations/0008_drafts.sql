-- What is being written, and what was written before. Tokens are kept as their BLAKE3: whoever reads the database cannot open a private page.

CREATE TABLE draft (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    token TEXT NOT NULL,
    fields TEXT NOT NULL, -- as typed, JSON
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, token)
);
CREATE INDEX draft_by_age ON draft (edition_id, saved_at);

-- Texts that their author has replaced since; the present one is in contribution.
CREATE TABLE contribution_version (
    edition_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    version BIGINT NOT NULL, -- from 1
    text TEXT NOT NULL,
    replaced_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, number, version),
    FOREIGN KEY (edition_id, number) REFERENCES contribution (edition_id, number)
);
CREATE INDEX contribution_version_by_age ON contribution_version (edition_id, replaced_at);
