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
