-- Where an imported contribution comes from: the same identifier of the same source is the same contribution, however often it is imported.
CREATE TABLE origin (
    edition_id TEXT NOT NULL,
    source TEXT NOT NULL, -- such as « decidim:participer.example », « polis », « mail », or what the person who imports calls it
    source_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    content TEXT NOT NULL, -- BLAKE3 of the title and the text as they came
    language TEXT, -- as the source says it
    sender TEXT, -- address that a message came from; never published
    beside TEXT, -- what a message quoted and its signature, set apart from its text; never published
    PRIMARY KEY (edition_id, source, source_id),
    FOREIGN KEY (edition_id, number) REFERENCES contribution (edition_id, number)
);
CREATE UNIQUE INDEX origin_by_number ON origin (edition_id, number);
