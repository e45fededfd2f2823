-- People, what they may do, how they come in, and the letters that wait to leave. No secret is here: digests only.

CREATE TABLE member (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT UNIQUE, -- in lower case; none for those who take part by letter
    function TEXT NOT NULL, -- in their words
    mandates TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE role_of (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    role TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, member_id, role)
);
CREATE INDEX role_of_by_member ON role_of (member_id, edition_id);

-- A link to come in by. One that a stranger asked for has no member and opens nothing: it is there so that both cases take as long and count alike.
CREATE TABLE sign_in (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    address TEXT, -- keyed digest of the address that asked for it; none for an invitation
    member_id TEXT REFERENCES member (id),
    asked_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX sign_in_by_address ON sign_in (address, asked_at);
CREATE INDEX sign_in_by_end ON sign_in (expires_at);

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE, -- of what the cookie holds
    member_id TEXT NOT NULL REFERENCES member (id),
    opened_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    device TEXT NOT NULL, -- browser and system, in two words
    revoked_at BIGINT
);
CREATE INDEX session_by_member ON session (member_id, opened_at);

CREATE TABLE outbox (
    id TEXT PRIMARY KEY, -- also that of the message
    gesture TEXT NOT NULL UNIQUE, -- what caused it: the same gesture causes one letter
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL, -- emptied once sent
    sign_in_id TEXT, -- whose secret goes into the body as the letter leaves
    written_at BIGINT NOT NULL,
    useless_at BIGINT, -- from then on it is not worth sending
    attempts BIGINT NOT NULL,
    next_attempt BIGINT NOT NULL,
    sent_at BIGINT,
    given_up_at BIGINT,
    last_error TEXT
);
CREATE INDEX outbox_by_turn ON outbox (sent_at, given_up_at, next_attempt);
