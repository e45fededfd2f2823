-- Words that people masked before a bench was published: what is shown of the contributions covers them.

CREATE TABLE mask (
    run_id TEXT NOT NULL REFERENCES run (id),
    number BIGINT NOT NULL, -- of the contribution
    words TEXT NOT NULL,
    PRIMARY KEY (run_id, number, words)
);
