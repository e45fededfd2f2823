-- What the program does by itself, beside answering.

CREATE TABLE job (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    kind TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT, -- none while it runs
    outcome TEXT, -- done, failed or interrupted
    detail TEXT NOT NULL
);
CREATE INDEX job_by_edition ON job (edition_id, started_at);
