-- Runs that went on from a bench. What each brought is in the line of the log that brought it.

CREATE TABLE rerun (
    run_id TEXT PRIMARY KEY REFERENCES run (id),
    edition_id TEXT NOT NULL REFERENCES edition (id),
    proposal TEXT NOT NULL -- JSON: gestures that clustering everything again would make
);

-- Someone wants one: the program sees to it.
CREATE TABLE rerun_asked (
    edition_id TEXT PRIMARY KEY REFERENCES edition (id),
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL
);
