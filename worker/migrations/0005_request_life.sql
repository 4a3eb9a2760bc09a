-- What happens to a request after it was sent. SQLite cannot change a CHECK, so both tables are copied; the old ones go only when
-- nothing refers to them any more: dropping a table deletes its rows first, and with them whatever cascades.

CREATE TABLE requests_copy (
	reference TEXT NOT NULL PRIMARY KEY,
	-- Raised to invalidate the private link.
	generation INTEGER NOT NULL DEFAULT 1,
	state TEXT NOT NULL CHECK (state IN ('received', 'held', 'assigned', 'answered', 'waiting', 'solved', 'closed')),
	locale TEXT NOT NULL,
	topic TEXT NOT NULL,
	urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
	name TEXT NOT NULL,
	email TEXT NOT NULL,
	message TEXT NOT NULL,
	chain TEXT,
	tx_hash TEXT,
	address TEXT,
	app_version TEXT,
	device TEXT,
	-- JSON array of article ids, oldest first.
	articles TEXT NOT NULL DEFAULT '[]',
	created_at INTEGER NOT NULL,
	-- When a link that only a mail holds was opened: the address belongs to whoever wrote.
	email_verified_at INTEGER,
	team TEXT NOT NULL,
	-- Who of the staff; NULL while nobody has taken it.
	assignee TEXT,
	-- Raised by every change. Whoever changes a version that is no longer there writes NULL, which aborts the batch.
	version INTEGER NOT NULL DEFAULT 1,
	updated_at INTEGER NOT NULL,
	first_reply_at INTEGER,
	-- Since when it is solved or closed.
	ended_at INTEGER,
	-- The writer was not content.
	flagged INTEGER NOT NULL DEFAULT 0 CHECK (flagged IN (0, 1)),
	is_open INTEGER NOT NULL GENERATED ALWAYS AS (state NOT IN ('solved', 'closed')) STORED
) STRICT;

-- Teams as they were shipped: until now nobody could choose one, so the topic's team had it.
INSERT INTO requests_copy (reference, generation, state, locale, topic, urgent, name, email, message, chain, tx_hash, address, app_version,
	device, articles, created_at, email_verified_at, team, updated_at)
SELECT reference, generation, state, locale, topic, urgent, name, email, message, chain, tx_hash, address, app_version, device, articles,
	created_at, email_verified_at,
	CASE WHEN topic IN ('safety', 'frozen', 'fake') THEN 'risk' WHEN topic = 'transactions' THEN 'engineering' ELSE 'support' END,
	created_at
FROM requests;

CREATE TABLE request_events_copy (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL REFERENCES requests_copy (reference) ON DELETE CASCADE,
	at INTEGER NOT NULL,
	event TEXT NOT NULL CHECK (
		event IN ('received', 'assigned', 'answered', 'waiting', 'written', 'solved', 'unsolved', 'reopened', 'closed', 'released')
	),
	-- Who has it since then.
	team TEXT,
	-- Why it was handed over, in words for its writer.
	reason TEXT
) STRICT;

INSERT INTO request_events_copy (id, reference, at, event) SELECT id, reference, at, event FROM request_events;

DROP TABLE request_events;
DROP TABLE requests;
ALTER TABLE requests_copy RENAME TO requests;
ALTER TABLE request_events_copy RENAME TO request_events;

CREATE INDEX requests_by_age ON requests (created_at, reference);
CREATE INDEX requests_by_email ON requests (lower(email), created_at);
CREATE INDEX requests_by_state ON requests (state, created_at, reference);
CREATE INDEX requests_open ON requests (is_open, created_at, reference);
CREATE INDEX requests_by_assignee ON requests (is_open, assignee, created_at, reference);
CREATE INDEX requests_by_team ON requests (is_open, team, created_at, reference);
CREATE INDEX requests_by_topic ON requests (is_open, topic, created_at, reference);
CREATE INDEX requests_by_locale ON requests (is_open, locale, created_at, reference);
CREATE INDEX requests_flagged ON requests (created_at, reference) WHERE flagged = 1;
CREATE INDEX requests_by_first_reply ON requests (first_reply_at) WHERE first_reply_at IS NOT NULL;
CREATE INDEX request_events_by_reference ON request_events (reference, id);

CREATE TRIGGER requests_switch BEFORE INSERT ON requests WHEN EXISTS (SELECT 1 FROM switched_off WHERE form = 'contact')
BEGIN
	SELECT RAISE(ABORT, 'form is switched off');
END;

-- What is erased is owed nothing.
CREATE TRIGGER requests_erase_messages AFTER DELETE ON requests
BEGIN
	DELETE FROM outbox WHERE reference = OLD.reference;
	DELETE FROM mailbox WHERE reference = OLD.reference;
END;

CREATE TABLE request_messages (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL REFERENCES requests (reference) ON DELETE CASCADE,
	-- Notes are for the staff alone.
	author TEXT NOT NULL CHECK (author IN ('person', 'staff', 'note')),
	-- Who of the staff.
	agent TEXT,
	body TEXT NOT NULL,
	-- Something was cut out of it, or all of it.
	redacted INTEGER NOT NULL DEFAULT 0 CHECK (redacted IN (0, 1)),
	created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX request_messages_by_reference ON request_messages (reference, id);

-- One for each request: nobody is asked twice.
CREATE TABLE request_ratings (
	reference TEXT NOT NULL PRIMARY KEY REFERENCES requests (reference) ON DELETE CASCADE,
	speed INTEGER CHECK (speed BETWEEN 1 AND 5),
	expertise INTEGER CHECK (expertise BETWEEN 1 AND 5),
	solution INTEGER CHECK (solution BETWEEN 1 AND 5),
	tone INTEGER CHECK (tone BETWEEN 1 AND 5),
	comment TEXT,
	created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who did what, and when; never what was written.
CREATE TABLE audit_log (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	actor TEXT NOT NULL,
	action TEXT NOT NULL,
	subject TEXT NOT NULL
) STRICT;

CREATE INDEX audit_log_by_subject ON audit_log (subject, id);
CREATE INDEX audit_log_by_age ON audit_log (at);

CREATE TRIGGER audit_log_unchanged BEFORE UPDATE ON audit_log
BEGIN
	SELECT RAISE(ABORT, 'the audit log is append-only');
END;

-- What is older than a year may expire.
CREATE TRIGGER audit_log_kept BEFORE DELETE ON audit_log WHEN OLD.at > (unixepoch() - 31536000) * 1000
BEGIN
	SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE INDEX idempotency_keys_by_reference ON idempotency_keys (reference);
