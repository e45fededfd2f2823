-- A workshop, an interview or a sitting; what was said there is the contributions numbered from `first` on.

CREATE TABLE gathering (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    first BIGINT NOT NULL,
    count BIGINT NOT NULL,
    token TEXT NOT NULL, -- BLAKE3 of the form's: sent twice, it is kept once
    channel TEXT NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    day TEXT, -- 2026-09-12
    hosts TEXT NOT NULL, -- never published
    present BIGINT,
    entered_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, first)
);
CREATE UNIQUE INDEX gathering_by_token ON gathering (edition_id, token);
