-- Whom a letter asks, when it is a member: once they say that they sign they are not reminded to contribute, and this is forgotten.

ALTER TABLE cosigner ADD COLUMN member_id TEXT REFERENCES member (id);

-- Contributions are narrowed to a département by everyone who signs.
CREATE INDEX cosigner_by_department ON cosigner (edition_id, department);
