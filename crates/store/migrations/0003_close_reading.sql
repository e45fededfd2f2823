-- What a close reading of a run found: who is named, what is to complete, personal data to mask, and how sure a kind is.
CREATE TABLE addressee (
    run_id TEXT NOT NULL REFERENCES run (id),
    position BIGINT NOT NULL,
    proposition_id TEXT NOT NULL,
    role TEXT NOT NULL,
    named TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (run_id, position),
    FOREIGN KEY (run_id, proposition_id) REFERENCES proposition (run_id, id)
);
CREATE INDEX addressee_by_proposition ON addressee (run_id, proposition_id, position);

CREATE TABLE to_complete (
    run_id TEXT NOT NULL REFERENCES run (id),
    position BIGINT NOT NULL,
    idea_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (run_id, position),
    FOREIGN KEY (run_id, idea_id) REFERENCES idea (run_id, id)
);

-- The datum itself is not copied: its span says where to read it.
CREATE TABLE personal_datum (
    run_id TEXT NOT NULL REFERENCES run (id),
    position BIGINT NOT NULL,
    number BIGINT NOT NULL,
    span_start BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    kind TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    reason TEXT NOT NULL,
    mask TEXT NOT NULL,
    PRIMARY KEY (run_id, position)
);
CREATE INDEX personal_datum_by_contribution ON personal_datum (run_id, number);

-- Pairs of a kind and its score, as JSON; the likeliest is in `kind`.
ALTER TABLE idea ADD COLUMN kinds TEXT NOT NULL DEFAULT '[]';
