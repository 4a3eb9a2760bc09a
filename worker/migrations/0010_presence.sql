-- Who is writing a reply just now, so that two people do not answer at once. A row says nothing once it has expired.
CREATE TABLE presence (
	reference TEXT NOT NULL REFERENCES requests (reference) ON DELETE CASCADE,
	agent TEXT NOT NULL,
	since INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	PRIMARY KEY (reference, agent)
) STRICT, WITHOUT ROWID;

CREATE INDEX presence_by_expiry ON presence (expires_at);
