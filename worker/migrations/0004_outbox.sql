-- Messages that are owed. Nothing here names a person: the address is read from the request when its message is sent.
CREATE TABLE outbox (
	id INTEGER PRIMARY KEY,
	-- What is owed once is sent once: providers that know such keys refuse a second one.
	dedupe_key TEXT NOT NULL UNIQUE,
	-- How it goes out: `mail`, or the name of a staff webhook.
	channel TEXT NOT NULL,
	kind TEXT NOT NULL,
	-- NULL where somebody asked for the links of an address that has none: written all the same, so that time tells nothing.
	reference TEXT,
	locale TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('due', 'sending', 'sent', 'dead')),
	attempts INTEGER NOT NULL DEFAULT 0,
	-- When it is to be sent; while it is being sent, when that must have come to an end.
	due_at INTEGER NOT NULL,
	-- An attempt ended without an answer, and the provider would not notice a second one.
	unsure INTEGER NOT NULL DEFAULT 0 CHECK (unsure IN (0, 1)),
	-- Code of the last failure.
	failure TEXT,
	created_at INTEGER NOT NULL,
	sent_at INTEGER
) STRICT;

CREATE INDEX outbox_by_state ON outbox (state, due_at);
CREATE INDEX outbox_unsure ON outbox (due_at) WHERE unsure = 1;
CREATE INDEX outbox_by_reference ON outbox (reference);
CREATE INDEX outbox_by_age ON outbox (created_at);

-- Local only: mails that a real provider would have been given. A key is taken once.
CREATE TABLE mailbox (
	dedupe_key TEXT NOT NULL PRIMARY KEY,
	reference TEXT NOT NULL,
	recipient TEXT NOT NULL,
	subject TEXT NOT NULL,
	text TEXT NOT NULL,
	html TEXT NOT NULL,
	received_at INTEGER NOT NULL
) STRICT;

CREATE INDEX mailbox_by_age ON mailbox (received_at);
CREATE INDEX mailbox_by_reference ON mailbox (reference);

-- When a link that only a mail holds was opened: the address belongs to whoever wrote.
ALTER TABLE requests ADD COLUMN email_verified_at INTEGER;

CREATE INDEX requests_by_email ON requests (lower(email), created_at);

-- What is erased is owed nothing. A migration that makes `requests` anew has to make this trigger anew as well.
CREATE TRIGGER requests_erase_messages AFTER DELETE ON requests
BEGIN
	DELETE FROM outbox WHERE reference = OLD.reference;
	DELETE FROM mailbox WHERE reference = OLD.reference;
END;
