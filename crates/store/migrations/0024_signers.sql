-- Those who sign a contribution beside the person who sent it. Who they are is in author, with all other signatures; their e-mail is in the letter alone.

CREATE TABLE cosigner (
    edition_id TEXT NOT NULL,
    number BIGINT NOT NULL, -- of the contribution
    position BIGINT NOT NULL, -- from 1, in the order they were given
    author_id TEXT REFERENCES author (id), -- none once they said that they did not sign
    territory TEXT, -- code of the official table, where there is no doubt
    department TEXT,
    link TEXT UNIQUE, -- digest of the secret by which they answer; none for those who were not written to
    assent TEXT NOT NULL, -- waiting, named, unnamed or refused
    answered_at BIGINT,
    PRIMARY KEY (edition_id, number, position),
    UNIQUE (edition_id, number, author_id),
    FOREIGN KEY (edition_id, number) REFERENCES contribution (edition_id, number)
);
CREATE INDEX cosigner_by_author ON cosigner (author_id);

-- What was tried lately, counted by keyed digests of where it came from or of whom it was for; forgotten after a day.
CREATE TABLE tried (
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    times BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX tried_by_address ON tried (kind, address, at);
CREATE INDEX tried_by_time ON tried (at);
