-- Portable between SQLite and PostgreSQL: TEXT, BIGINT and DOUBLE PRECISION only, because sqlx's Any driver knows no other type on both.
-- Instants are Unix milliseconds; closed lists are the codes of arobase-domain; lists of strings are JSON.

CREATE TABLE edition (
    id TEXT PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    motto TEXT NOT NULL,
    fictional BIGINT NOT NULL,
    congress_date BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    last_number BIGINT NOT NULL, -- of its contributions; updating it is what serialises the writers of an edition
    run_id TEXT -- the run that pages show
);

CREATE TABLE phase (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    kind TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, kind)
);

CREATE TABLE contribution (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    number BIGINT NOT NULL,
    channel TEXT NOT NULL,
    title TEXT,
    text TEXT NOT NULL,
    department TEXT,
    source TEXT,
    token TEXT, -- of the form it was sent with: the same token is the same contribution
    received_at BIGINT NOT NULL,
    UNIQUE (edition_id, number),
    UNIQUE (edition_id, token)
);
CREATE INDEX contribution_by_channel ON contribution (edition_id, channel, number);
CREATE INDEX contribution_by_department ON contribution (edition_id, department, number);

-- Identity apart from content: deleting here leaves every text and figure in place.
CREATE TABLE author (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    name TEXT NOT NULL,
    function TEXT NOT NULL,
    commune TEXT NOT NULL
);
CREATE INDEX author_by_commune ON author (edition_id, commune, name);

CREATE TABLE authorship (
    edition_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    author_id TEXT NOT NULL REFERENCES author (id),
    named BIGINT NOT NULL, -- 1 with consent to be named beside this text
    PRIMARY KEY (edition_id, number),
    FOREIGN KEY (edition_id, number) REFERENCES contribution (edition_id, number)
);
CREATE INDEX authorship_by_author ON authorship (author_id);

-- The present state of every contribution.
CREATE TABLE ledger (
    edition_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    run_id TEXT, -- the run that decided; none before the first
    PRIMARY KEY (edition_id, number),
    FOREIGN KEY (edition_id, number) REFERENCES contribution (edition_id, number)
);
CREATE INDEX ledger_by_state ON ledger (edition_id, state, reason, number);

CREATE TABLE run (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    at BIGINT NOT NULL,
    input_hash TEXT NOT NULL,
    output_hash TEXT NOT NULL,
    parameters TEXT NOT NULL,
    versions TEXT NOT NULL,
    coverage_ideas DOUBLE PRECISION NOT NULL,
    coverage_authors DOUBLE PRECISION NOT NULL,
    stability DOUBLE PRECISION NOT NULL,
    redundancy DOUBLE PRECISION NOT NULL,
    peak_memory BIGINT
);
CREATE INDEX run_by_edition ON run (edition_id, at);

CREATE TABLE stage (
    run_id TEXT NOT NULL REFERENCES run (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    counts TEXT NOT NULL,
    seconds DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (run_id, position)
);

-- What a run says of each contribution; the ledger follows the latest run.
CREATE TABLE fate (
    run_id TEXT NOT NULL REFERENCES run (id),
    number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    PRIMARY KEY (run_id, number)
);

CREATE TABLE question (
    run_id TEXT NOT NULL REFERENCES run (id),
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    wording TEXT NOT NULL,
    candidates TEXT NOT NULL,
    ideas BIGINT NOT NULL,
    contributions BIGINT NOT NULL,
    authors BIGINT NOT NULL,
    territories BIGINT NOT NULL,
    authors_dedup BIGINT NOT NULL,
    PRIMARY KEY (run_id, id)
);

CREATE TABLE theme (
    run_id TEXT NOT NULL REFERENCES run (id),
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    question_id TEXT NOT NULL,
    label TEXT NOT NULL,
    keywords TEXT NOT NULL,
    ideas BIGINT NOT NULL,
    contributions BIGINT NOT NULL,
    authors BIGINT NOT NULL,
    territories BIGINT NOT NULL,
    authors_dedup BIGINT NOT NULL,
    stability DOUBLE PRECISION NOT NULL,
    label_coverage DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (run_id, id)
);

CREATE TABLE idea (
    run_id TEXT NOT NULL REFERENCES run (id),
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    number BIGINT NOT NULL, -- of the contribution
    span_start BIGINT NOT NULL,
    span_end BIGINT NOT NULL,
    text TEXT NOT NULL,
    carried TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    theme_id TEXT,
    second_theme_id TEXT,
    confidence DOUBLE PRECISION NOT NULL,
    duplicate_of TEXT,
    campaign BIGINT,
    proposition_id TEXT,
    place TEXT NOT NULL,
    PRIMARY KEY (run_id, id)
);
CREATE INDEX idea_by_contribution ON idea (run_id, number, position);
CREATE INDEX idea_by_theme ON idea (run_id, theme_id, position, number);
CREATE INDEX idea_by_status ON idea (run_id, status);

CREATE TABLE proposition (
    run_id TEXT NOT NULL REFERENCES run (id),
    id TEXT NOT NULL,
    position BIGINT NOT NULL,
    question_id TEXT NOT NULL,
    theme_id TEXT NOT NULL,
    text TEXT NOT NULL,
    source_id TEXT NOT NULL,
    source_start BIGINT NOT NULL,
    source_end BIGINT NOT NULL,
    rules TEXT NOT NULL,
    justification TEXT NOT NULL,
    ideas BIGINT NOT NULL,
    contributions BIGINT NOT NULL,
    authors BIGINT NOT NULL,
    territories BIGINT NOT NULL,
    authors_dedup BIGINT NOT NULL,
    rank TEXT NOT NULL,
    PRIMARY KEY (run_id, id)
);
CREATE INDEX proposition_by_theme ON proposition (run_id, theme_id, position);

CREATE TABLE proposition_idea (
    run_id TEXT NOT NULL,
    proposition_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    idea_id TEXT NOT NULL,
    PRIMARY KEY (run_id, proposition_id, position),
    FOREIGN KEY (run_id, proposition_id) REFERENCES proposition (run_id, id),
    FOREIGN KEY (run_id, idea_id) REFERENCES idea (run_id, id)
);

CREATE TABLE controversy (
    run_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    one_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    PRIMARY KEY (run_id, position),
    FOREIGN KEY (run_id, one_id) REFERENCES proposition (run_id, id),
    FOREIGN KEY (run_id, other_id) REFERENCES proposition (run_id, id)
);

-- Append-only: the step of each database (dialect/) refuses any other change.
CREATE TABLE journal (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    gesture TEXT NOT NULL,
    facts TEXT NOT NULL,
    hash TEXT NOT NULL
);

-- The end of the chain, in one row whose update is the lock that keeps concurrent writers in line.
CREATE TABLE journal_head (
    id BIGINT PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO journal_head (id, seq, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
