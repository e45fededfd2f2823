-- What people said of a clause and one of an earlier edition's motion: whether both ask the same.
CREATE TABLE precedent (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    clause_id TEXT NOT NULL,
    earlier_edition_id TEXT NOT NULL REFERENCES edition (id),
    earlier_clause_id TEXT NOT NULL,
    same BIGINT NOT NULL, -- 1 when it is
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    PRIMARY KEY (edition_id, clause_id, earlier_edition_id)
);

-- What members say, once the motion is followed, of what was done and what was not.
CREATE TABLE testimony (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    clause_id TEXT NOT NULL,
    body TEXT NOT NULL,
    named BIGINT NOT NULL, -- 1 when its author agrees to be named
    at BIGINT NOT NULL,
    by_id TEXT NOT NULL,
    withdrawn_at BIGINT, -- by its author, or by who answers for the page
    withdrawn_by TEXT,
    reason TEXT -- why, where someone else withdrew it
);
CREATE INDEX testimony_by_clause ON testimony (edition_id, clause_id, id);
