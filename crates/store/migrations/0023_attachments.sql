-- Documents joined to contributions. Until the form is sent they wait under the digest of its token, as drafts do.
CREATE TABLE attachment (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    token TEXT NOT NULL, -- digest of the token of the form that it came by
    number BIGINT, -- of its contribution; none until it is sent
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL, -- bytes
    content TEXT NOT NULL, -- BLAKE3
    words TEXT NOT NULL, -- what it says; empty where a machine reads nothing in it
    whole BIGINT NOT NULL, -- 1 when that is all of it
    public BIGINT NOT NULL, -- 1 when its author wants it published
    joined_at BIGINT NOT NULL,
    FOREIGN KEY (edition_id, number) REFERENCES contribution (edition_id, number)
);
CREATE INDEX attachment_by_token ON attachment (edition_id, token, id);
CREATE INDEX attachment_by_number ON attachment (edition_id, number, id);

-- Their bytes, in base64, cut in pieces.
CREATE TABLE attachment_piece (
    attachment_id TEXT NOT NULL REFERENCES attachment (id),
    nth BIGINT NOT NULL,
    bytes TEXT NOT NULL,
    PRIMARY KEY (attachment_id, nth)
);
