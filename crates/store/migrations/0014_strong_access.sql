-- Other ways to come in than the mailed link, and what makes a session surer. Secrets are sealed under the site's key, or digests.
ALTER TABLE session ADD COLUMN means TEXT NOT NULL DEFAULT 'link'; -- how it was opened
ALTER TABLE session ADD COLUMN strong BIGINT NOT NULL DEFAULT 0; -- 1: a second factor was shown
ALTER TABLE session ADD COLUMN hint TEXT; -- sealed; what the one who vouched wants back when its session ends

-- What is under way in a browser, and is taken once: a departure towards an OpenID provider, the challenge of a passkey.
CREATE TABLE attempt (
    digest TEXT PRIMARY KEY, -- of the secret that the browser keeps
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX attempt_by_end ON attempt (expires_at);

-- A person as an OpenID provider knows them: by its own identifier, never by their address.
CREATE TABLE federated (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    member_id TEXT NOT NULL REFERENCES member (id),
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX federated_by_member ON federated (member_id);

-- The same before it is confirmed: the link that was mailed ties it, in the browser that asked.
CREATE TABLE federated_claim (
    sign_in_id TEXT PRIMARY KEY,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    browser TEXT NOT NULL, -- digest of the secret that the browser keeps
    expires_at BIGINT NOT NULL
);

-- A clock that two know (RFC 6238).
CREATE TABLE totp (
    member_id TEXT PRIMARY KEY REFERENCES member (id),
    secret TEXT NOT NULL, -- sealed
    made_at BIGINT NOT NULL,
    confirmed_at BIGINT, -- none until a first code was right
    last_step BIGINT NOT NULL -- of thirty seconds: a code is taken once
);

CREATE TABLE recovery_code (
    digest TEXT PRIMARY KEY, -- keyed
    member_id TEXT NOT NULL REFERENCES member (id),
    used_at BIGINT
);
CREATE INDEX recovery_code_by_member ON recovery_code (member_id);

-- Second factors that were wrong, to be counted.
CREATE TABLE factor_failure (
    member_id TEXT NOT NULL REFERENCES member (id),
    failed_at BIGINT NOT NULL,
    nth BIGINT NOT NULL,
    PRIMARY KEY (member_id, failed_at, nth)
);

CREATE TABLE passkey (
    id TEXT PRIMARY KEY, -- that of the credential, in hexadecimal
    member_id TEXT NOT NULL REFERENCES member (id),
    name TEXT NOT NULL, -- in the words of its owner
    credential TEXT NOT NULL, -- public key, counter, backup state: JSON
    made_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX passkey_by_member ON passkey (member_id, made_at);
