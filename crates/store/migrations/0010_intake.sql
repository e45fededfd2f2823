-- Files brought by the site to be imported: each is kept until it is imported or given up, a week at most, and is never public.
CREATE TABLE intake (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    member_id TEXT NOT NULL, -- who brought it
    file TEXT NOT NULL, -- its name
    size BIGINT NOT NULL, -- in bytes
    content TEXT NOT NULL, -- BLAKE3 of its bytes
    brought_at BIGINT NOT NULL,
    choices TEXT NOT NULL, -- what was decided of it, JSON; empty before
    tally TEXT NOT NULL, -- what the trial counted, then the import, JSON; empty before
    tried_at BIGINT,
    imported_at BIGINT
);
CREATE INDEX intake_by_edition ON intake (edition_id, brought_at);

-- Its bytes, in base64 because no type for bytes is common to both databases; erased once it is imported.
CREATE TABLE intake_piece (
    intake_id TEXT NOT NULL REFERENCES intake (id),
    nth BIGINT NOT NULL,
    bytes TEXT NOT NULL,
    PRIMARY KEY (intake_id, nth)
);

-- Rows that someone should look at: left out, or taken with a change.
CREATE TABLE intake_line (
    intake_id TEXT NOT NULL REFERENCES intake (id),
    nth BIGINT NOT NULL,
    told TEXT NOT NULL, -- JSON
    PRIMARY KEY (intake_id, nth)
);

-- Messages that someone has to check before they become contributions: counted nowhere, shown to the staff alone.
CREATE TABLE held (
    id TEXT PRIMARY KEY, -- of the contribution that it may become
    edition_id TEXT NOT NULL REFERENCES edition (id),
    source TEXT NOT NULL,
    source_id TEXT NOT NULL,
    contribution TEXT NOT NULL, -- what would be received, JSON; emptied some time after it is put aside
    received_at BIGINT NOT NULL,
    language TEXT,
    sender TEXT, -- never published
    beside TEXT, -- what it quoted and its signature; never published
    held_at BIGINT NOT NULL,
    put_aside_at BIGINT,
    UNIQUE (edition_id, source, source_id)
);
CREATE INDEX held_by_edition ON held (edition_id, put_aside_at, held_at);
