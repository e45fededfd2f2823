-- The motion of an edition: every state of its text, whole, so that any of them can be read, compared and taken up again.
CREATE TABLE motion_state (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    act TEXT NOT NULL, -- the gesture, in JSON; empty where people typed
    tree TEXT NOT NULL, -- the motion, in JSON
    words TEXT NOT NULL, -- the same for whoever reads by SQL
    seal TEXT NOT NULL, -- SHA-256 of the motion as it would be published
    PRIMARY KEY (edition_id, seq)
);

-- States that have a number: kept on purpose, or frozen, after which nothing edits them.
CREATE TABLE motion_version (
    edition_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    label TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    frozen BIGINT NOT NULL, -- 1 when it is
    run_id TEXT REFERENCES run (id), -- what was classed when it was frozen
    published_at BIGINT, -- none while it is not
    PRIMARY KEY (edition_id, number),
    FOREIGN KEY (edition_id, seq) REFERENCES motion_state (edition_id, seq)
);

-- What each clause of a frozen version comes from, to the character.
CREATE TABLE motion_passage (
    edition_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    clause_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    number BIGINT NOT NULL, -- of the contribution
    idea_id TEXT NOT NULL,
    span_start BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    proposition_id TEXT, -- none for an idea that the clause names itself
    PRIMARY KEY (edition_id, version, clause_id, position),
    FOREIGN KEY (edition_id, version) REFERENCES motion_version (edition_id, number)
);
CREATE INDEX motion_passage_by_number ON motion_passage (edition_id, version, number);

CREATE TABLE motion_adoption (
    edition_id TEXT PRIMARY KEY REFERENCES edition (id),
    version BIGINT NOT NULL,
    day TEXT NOT NULL, -- 2026-10-06
    place TEXT NOT NULL,
    in_favour BIGINT, -- none where the vote was not counted
    against BIGINT,
    abstentions BIGINT,
    told TEXT NOT NULL, -- how it was voted, in words
    signed_by TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    FOREIGN KEY (edition_id, version) REFERENCES motion_version (edition_id, number)
);

-- What people remark beside the text.
CREATE TABLE motion_comment (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    clause_id TEXT NOT NULL,
    passage TEXT NOT NULL, -- the words that it is about; empty for the whole clause
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    resolved_at BIGINT,
    resolved_by TEXT
);
CREATE INDEX motion_comment_by_clause ON motion_comment (edition_id, clause_id, id);

-- Other words for a clause, offered by someone who does not draft.
CREATE TABLE motion_suggestion (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    clause_id TEXT NOT NULL,
    before TEXT NOT NULL, -- the clause as they read it
    after TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    decided_at BIGINT,
    decided_by TEXT,
    taken BIGINT, -- 1 when it was taken up
    answer TEXT NOT NULL
);
CREATE INDEX motion_suggestion_by_edition ON motion_suggestion (edition_id, id);
