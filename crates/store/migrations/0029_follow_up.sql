-- Whom the motion of an edition is handed to.
CREATE TABLE recipient (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    address TEXT NOT NULL,
    email TEXT, -- none where none is known
    lang TEXT NOT NULL,
    retired BIGINT NOT NULL -- 1 when nothing more is handed to them
);
CREATE INDEX recipient_by_edition ON recipient (edition_id, id);

CREATE TABLE dispatch (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL,
    recipient_id TEXT NOT NULL REFERENCES recipient (id),
    version BIGINT NOT NULL,
    day TEXT NOT NULL, -- 2026-10-10
    place TEXT NOT NULL,
    delegation TEXT NOT NULL,
    manner TEXT NOT NULL,
    seal TEXT NOT NULL, -- SHA-256 of the version
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    cancelled_at BIGINT, -- when it was recorded by mistake
    cancelled_by TEXT,
    FOREIGN KEY (edition_id, version) REFERENCES motion_version (edition_id, number)
);
CREATE INDEX dispatch_by_edition ON dispatch (edition_id, id);

-- Documents that prove an answer.
CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL, -- bytes
    content TEXT NOT NULL, -- BLAKE3
    public BIGINT NOT NULL, -- 1 when everyone may read it
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL
);

-- Their bytes, in base64, cut in pieces.
CREATE TABLE evidence_piece (
    evidence_id TEXT NOT NULL REFERENCES evidence (id),
    nth BIGINT NOT NULL,
    bytes TEXT NOT NULL,
    PRIMARY KEY (evidence_id, nth)
);

-- What recipients answered. Nothing of it changes: a correction is a row that names the one it replaces.
CREATE TABLE answer (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    recipient_id TEXT NOT NULL REFERENCES recipient (id),
    clause_id TEXT, -- none for the whole motion
    reply TEXT NOT NULL,
    day TEXT NOT NULL,
    measure TEXT NOT NULL,
    due TEXT, -- a day, where one was told
    body TEXT NOT NULL,
    link TEXT NOT NULL,
    evidence_id TEXT REFERENCES evidence (id),
    replaces TEXT REFERENCES answer (id),
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL
);
CREATE INDEX answer_by_edition ON answer (edition_id, id);

-- Letters that ask again, once they were sent.
CREATE TABLE follow_up_reminder (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    recipient_id TEXT NOT NULL REFERENCES recipient (id),
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL
);
CREATE INDEX follow_up_reminder_by_edition ON follow_up_reminder (edition_id, id);

-- Territories whose project joins the motion.
CREATE TABLE recognition (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    territory TEXT NOT NULL, -- code of the official table
    project TEXT NOT NULL, -- in its own words
    link TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    published_at BIGINT, -- none while its clauses are being confirmed
    withdrawn_at BIGINT
);
CREATE INDEX recognition_by_edition ON recognition (edition_id, id);

CREATE TABLE recognition_clause (
    recognition_id TEXT NOT NULL REFERENCES recognition (id),
    clause_id TEXT NOT NULL,
    PRIMARY KEY (recognition_id, clause_id)
);

-- Words of contributions that a spokesperson gives to the press, of people who agreed to be named.
CREATE TABLE quotation (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL,
    number BIGINT NOT NULL, -- of the contribution
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    withdrawn_at BIGINT,
    FOREIGN KEY (edition_id, number) REFERENCES contribution (edition_id, number)
);
CREATE INDEX quotation_by_edition ON quotation (edition_id, id);

-- From when on everyone may read the press kit.
CREATE TABLE press_kit (
    edition_id TEXT PRIMARY KEY REFERENCES edition (id),
    embargo BIGINT NOT NULL, -- Unix milliseconds
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL
);
