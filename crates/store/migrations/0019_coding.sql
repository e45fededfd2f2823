-- Several people at once: samples of ideas that some of them code without seeing what the others say, and who sees to which pile.

CREATE TABLE coding (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    run_id TEXT NOT NULL REFERENCES run (id),
    by_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    seed TEXT NOT NULL,
    codebook TEXT NOT NULL, -- JSON: what the coders are told of each theme
    closed_at BIGINT -- codes are no longer taken, and may be compared
);
CREATE INDEX coding_by_edition ON coding (edition_id, at);

CREATE TABLE coding_coder (
    sample_id TEXT NOT NULL REFERENCES coding (id),
    coder_id TEXT NOT NULL REFERENCES member (id),
    PRIMARY KEY (sample_id, coder_id)
);
CREATE INDEX coding_coder_by_coder ON coding_coder (coder_id);

CREATE TABLE coding_idea (
    sample_id TEXT NOT NULL REFERENCES coding (id),
    idea_id TEXT NOT NULL,
    place BIGINT NOT NULL,
    engine TEXT, -- its code; null where people had the last word before
    PRIMARY KEY (sample_id, idea_id)
);

CREATE TABLE coding_said (
    sample_id TEXT NOT NULL,
    idea_id TEXT NOT NULL,
    coder_id TEXT NOT NULL,
    code TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (sample_id, idea_id, coder_id),
    FOREIGN KEY (sample_id, idea_id) REFERENCES coding_idea (sample_id, idea_id)
);

-- What was decided where codes differ. `seq` is the line of the bench's log; null where the idea stood there already.
CREATE TABLE coding_settled (
    sample_id TEXT NOT NULL,
    idea_id TEXT NOT NULL,
    code TEXT NOT NULL,
    by_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    seq BIGINT,
    PRIMARY KEY (sample_id, idea_id),
    FOREIGN KEY (sample_id, idea_id) REFERENCES coding_idea (sample_id, idea_id)
);

CREATE TABLE assignment (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    pile TEXT NOT NULL,
    member_id TEXT NOT NULL REFERENCES member (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, pile)
);
