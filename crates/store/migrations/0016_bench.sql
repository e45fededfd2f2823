-- The bench of the knowledge engineer: the run it stands on, and every gesture since. The state is what the gestures say.

CREATE TABLE bench (
    edition_id TEXT PRIMARY KEY REFERENCES edition (id),
    run_id TEXT NOT NULL REFERENCES run (id),
    opened_at BIGINT NOT NULL
);

-- Append-only: the primary key makes the second of two simultaneous writers read again before they write.
CREATE TABLE bench_event (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    run_id TEXT NOT NULL REFERENCES run (id),
    seq BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    act TEXT NOT NULL, -- JSON, as change is
    change TEXT NOT NULL,
    hash TEXT NOT NULL, -- of the state after it
    PRIMARY KEY (edition_id, run_id, seq)
);
