-- The roster of an edition: where members hold office and where letters reach them, how they were invited, what they want to be written.
-- Personal data, apart from contributions: read by who administers the edition and by the member alone, shown on no public page, in no export.

ALTER TABLE member ADD COLUMN territory TEXT; -- code of the official table, where there is no doubt
ALTER TABLE member ADD COLUMN place TEXT NOT NULL DEFAULT ''; -- the territory in words
ALTER TABLE member ADD COLUMN address TEXT NOT NULL DEFAULT ''; -- by post, lines broken
ALTER TABLE member ADD COLUMN stopped_at BIGINT; -- since when they want no letter but those they ask for
ALTER TABLE member ADD COLUMN merged_into TEXT; -- the member that this one turned out to be; nothing else is left here then

ALTER TABLE outbox ADD COLUMN stop TEXT; -- address at which one click stops such letters

-- A row of a roster, known again: the same row is the same member, however often it is imported and whatever they were merged with.
CREATE TABLE roster_row (
    key TEXT PRIMARY KEY, -- digest of the name, the place and the e-mail as they came
    member_id TEXT NOT NULL REFERENCES member (id)
);
CREATE INDEX roster_row_by_member ON roster_row (member_id);

-- A roster read and not yet imported: the columns kept, never the file. Forgotten after a week.
CREATE TABLE roster_draft (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    roster TEXT NOT NULL, -- JSON
    made_at BIGINT NOT NULL,
    outcome TEXT -- what the import did, JSON; the roster is emptied then
);

-- Members of one name and one place that someone said are two people.
CREATE TABLE distinct_people (
    one_id TEXT NOT NULL REFERENCES member (id), -- the lesser identifier
    other_id TEXT NOT NULL REFERENCES member (id),
    PRIMARY KEY (one_id, other_id)
);

CREATE TABLE invited (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    way TEXT NOT NULL, -- email or letter
    invited_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, member_id)
);

-- The short code of a printed letter: its keyed digest only. It opens until the collection closes.
CREATE TABLE letter_code (
    digest TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    made_at BIGINT NOT NULL,
    used_at BIGINT, -- the last time
    revoked_at BIGINT
);
CREATE INDEX letter_code_by_member ON letter_code (member_id, edition_id);

-- Codes typed that open nothing: counted by their beginning, by the device's address and in all, as keyed digests; forgotten after an hour.
CREATE TABLE code_attempt (
    id TEXT PRIMARY KEY,
    beginning TEXT NOT NULL,
    address TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX code_attempt_by_time ON code_attempt (at);

-- Who has answered, and not with what: those are not reminded.
CREATE TABLE answered (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    PRIMARY KEY (edition_id, member_id)
);

CREATE TABLE reminder (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    at BIGINT, -- at this instant…
    days_before BIGINT, -- …or so many days before the collection closes
    sent_at BIGINT,
    letters BIGINT -- how many left
);
CREATE INDEX reminder_by_edition ON reminder (edition_id, sent_at);

-- A contribution that a member chose to follow, which says that they wrote it: never shown to anyone else.
CREATE TABLE followed (
    edition_id TEXT NOT NULL,
    number BIGINT NOT NULL,
    member_id TEXT NOT NULL REFERENCES member (id),
    told TEXT NOT NULL, -- where its ideas were when the member was last told, JSON
    PRIMARY KEY (edition_id, number),
    FOREIGN KEY (edition_id, number) REFERENCES contribution (edition_id, number)
);
CREATE INDEX followed_by_member ON followed (member_id, edition_id, number);

-- How often a member wants news of them; without a row, never.
CREATE TABLE news_wish (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    rhythm TEXT NOT NULL, -- daily or weekly
    looked_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, member_id)
);
