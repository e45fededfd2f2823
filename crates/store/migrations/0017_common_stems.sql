-- Stems that many ideas of an edition hold: what is like a text is sought by its rarest words. Written again with each run.
CREATE TABLE common_stem (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    stem TEXT NOT NULL,
    ideas BIGINT NOT NULL, -- that hold it
    PRIMARY KEY (edition_id, stem)
);
