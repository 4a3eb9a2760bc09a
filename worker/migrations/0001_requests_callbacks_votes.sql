-- Times are epoch milliseconds. Names of constraints are part of the code: worker/db/constraint.ts tells refusals apart by them.

CREATE TABLE requests (
	reference TEXT NOT NULL PRIMARY KEY,
	-- Raised to invalidate the private link.
	generation INTEGER NOT NULL DEFAULT 1,
	state TEXT NOT NULL CHECK (state IN ('received', 'held')),
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
	created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX requests_by_age ON requests (created_at, reference);

CREATE TABLE request_events (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL REFERENCES requests (reference) ON DELETE CASCADE,
	at INTEGER NOT NULL,
	event TEXT NOT NULL CHECK (event IN ('received'))
) STRICT;

CREATE INDEX request_events_by_reference ON request_events (reference, at);

CREATE TABLE callbacks (
	reference TEXT NOT NULL PRIMARY KEY,
	generation INTEGER NOT NULL DEFAULT 1,
	state TEXT NOT NULL CHECK (state IN ('booked', 'held', 'cancelled')),
	locale TEXT NOT NULL,
	topic TEXT NOT NULL,
	name TEXT NOT NULL,
	-- E.164.
	phone TEXT NOT NULL,
	email TEXT,
	note TEXT,
	slot_start INTEGER NOT NULL,
	slot_end INTEGER NOT NULL,
	timezone TEXT NOT NULL,
	sequence INTEGER NOT NULL DEFAULT 0,
	attempts INTEGER NOT NULL DEFAULT 0,
	-- Which open booking of its number this was when made; NULL beyond the limit, which aborts the batch.
	phone_nth INTEGER NOT NULL,
	created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX callbacks_by_age ON callbacks (created_at, reference);
CREATE INDEX callbacks_by_slot ON callbacks (slot_start);
CREATE INDEX callbacks_by_phone ON callbacks (phone, slot_start);

CREATE TABLE callback_events (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL REFERENCES callbacks (reference) ON DELETE CASCADE,
	at INTEGER NOT NULL,
	event TEXT NOT NULL CHECK (event IN ('booked', 'moved', 'cancelled'))
) STRICT;

CREATE INDEX callback_events_by_reference ON callback_events (reference, at);

-- One row is one call that somebody will make. The smallest free seat is inserted: NULL when there is none, which aborts the batch.
CREATE TABLE callback_seats (
	slot INTEGER NOT NULL,
	seat INTEGER NOT NULL,
	reference TEXT NOT NULL UNIQUE REFERENCES callbacks (reference) ON DELETE CASCADE,
	UNIQUE (slot, seat)
) STRICT;

CREATE TABLE votes (
	article TEXT NOT NULL,
	-- Keyed hash of the visitor's cookie.
	visitor TEXT NOT NULL,
	value TEXT NOT NULL CHECK (value IN ('yes', 'no')),
	reason TEXT,
	comment TEXT,
	-- The text of the article that was voted on.
	article_hash TEXT NOT NULL,
	-- Taken for spam: shown to the desk, counted for nobody but its sender.
	held INTEGER NOT NULL CHECK (held IN (0, 1)),
	created_at INTEGER NOT NULL,
	updated_at INTEGER NOT NULL,
	PRIMARY KEY (article, visitor)
) STRICT, WITHOUT ROWID;

CREATE INDEX votes_by_value ON votes (article, value, held);
CREATE INDEX votes_with_comment ON votes (updated_at, visitor) WHERE comment IS NOT NULL;

CREATE TABLE idempotency_keys (
	route TEXT NOT NULL,
	-- Keyed hashes: a client may put anything into its key, and the body itself is never kept.
	key TEXT NOT NULL,
	body_hash TEXT NOT NULL,
	reference TEXT NOT NULL,
	expires_at INTEGER NOT NULL,
	UNIQUE (route, key)
) STRICT;

CREATE INDEX idempotency_keys_by_expiry ON idempotency_keys (expires_at);

CREATE TABLE rate_counts (
	route TEXT NOT NULL,
	-- Keyed hash of a network prefix, with a key that changes every day.
	network TEXT NOT NULL,
	period TEXT NOT NULL CHECK (period IN ('hour', 'day')),
	window_start INTEGER NOT NULL,
	count INTEGER NOT NULL,
	max INTEGER NOT NULL,
	PRIMARY KEY (route, network, period, window_start),
	CONSTRAINT hour_rate CHECK (period <> 'hour' OR count <= max),
	CONSTRAINT day_rate CHECK (period <> 'day' OR count <= max)
) STRICT, WITHOUT ROWID;

CREATE INDEX rate_counts_by_window ON rate_counts (window_start);
