-- What leaves with a published bench beside its analysis, as it was then: what each gesture changed, what coders said.

CREATE TABLE annex (
    run_id TEXT PRIMARY KEY REFERENCES run (id),
    content TEXT NOT NULL, -- JSON
    figures TEXT NOT NULL -- JSON: those of the page that tells them, without reading the rest
);
