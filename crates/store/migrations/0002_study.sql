-- What helps judge the themes of a run, as JSON: read and written whole, never searched.
CREATE TABLE study (
    run_id TEXT PRIMARY KEY REFERENCES run (id),
    content TEXT NOT NULL
);
