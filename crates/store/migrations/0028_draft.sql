-- What people write together, as it comes: the whole document as it was last written out, then each change since. Acknowledged once it is here.
CREATE TABLE draft_update (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    motion_seq BIGINT, -- the state of the motion that a whole document reads as; none for a change
    bytes TEXT NOT NULL, -- a yjs update (version 1) in base64
    PRIMARY KEY (edition_id, seq)
);
