-- Paper forms: each sheet that is printed has a number of its own in its edition, and is keyed once.

CREATE TABLE sheaf (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    first BIGINT NOT NULL, -- number of its first sheet; the others follow
    sheets BIGINT NOT NULL,
    place TEXT NOT NULL, -- as printed on each sheet; may be empty
    twice BIGINT NOT NULL, -- whether two people key each sheet
    token TEXT NOT NULL, -- of the form that asked for it: asked for twice, it is made once
    made_by TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, first),
    UNIQUE (edition_id, token)
);

CREATE TABLE sheet (
    edition_id TEXT NOT NULL,
    sheet BIGINT NOT NULL,
    number BIGINT NOT NULL, -- of the contribution that it became
    fields TEXT NOT NULL, -- as keyed, JSON, until another person has keyed it again; empty where nobody will
    keyed_by TEXT NOT NULL,
    keyed_at BIGINT NOT NULL,
    checked_by TEXT, -- who keyed it again
    checked_at BIGINT,
    differences BIGINT, -- fields that differed and were settled
    PRIMARY KEY (edition_id, sheet),
    UNIQUE (edition_id, number),
    FOREIGN KEY (edition_id, number) REFERENCES contribution (edition_id, number)
);
