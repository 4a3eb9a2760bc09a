-- What happens to a call after it was booked. SQLite cannot change a CHECK, so the tables are copied; the old ones go only when nothing
-- refers to them any more: dropping a table deletes its rows first, and with them whatever cascades.

CREATE TABLE callbacks_copy (
	reference TEXT NOT NULL PRIMARY KEY,
	generation INTEGER NOT NULL DEFAULT 1,
	-- `offered`: its time is gone, and the person has to choose another.
	state TEXT NOT NULL CHECK (state IN ('booked', 'held', 'calling', 'missed', 'offered', 'done', 'cancelled')),
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
	-- Calls that were begun.
	attempts INTEGER NOT NULL DEFAULT 0,
	-- Which open booking of its number this was when made; NULL beyond the limit, which aborts the batch.
	phone_nth INTEGER NOT NULL,
	created_at INTEGER NOT NULL,
	-- Keyed hash of the number, by which it is blocked.
	phone_hash TEXT,
	-- Raised by every change. Whoever changes a version that is no longer there writes NULL, which aborts the batch.
	version INTEGER NOT NULL DEFAULT 1,
	-- Who calls, or called last, and since when; the words of proof are made of this and never stored.
	agent TEXT,
	calling_at INTEGER,
	-- Since when its time is agreed on.
	set_at INTEGER NOT NULL DEFAULT 0,
	-- When a link that only a mail holds was opened: the address belongs to whoever booked.
	email_verified_at INTEGER
) STRICT;

INSERT INTO callbacks_copy (reference, generation, state, locale, topic, name, phone, email, note, slot_start, slot_end, timezone, sequence,
	attempts, phone_nth, created_at, set_at)
SELECT reference, generation, state, locale, topic, name, phone, email, note, slot_start, slot_end, timezone, sequence, attempts, phone_nth,
	created_at, created_at
FROM callbacks;

CREATE TABLE callback_events_copy (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL REFERENCES callbacks_copy (reference) ON DELETE CASCADE,
	at INTEGER NOT NULL,
	event TEXT NOT NULL CHECK (
		event IN ('booked', 'moved', 'cancelled', 'calling', 'missed', 'done', 'offered', 'released', 'denied', 'wrong')
	)
) STRICT;

INSERT INTO callback_events_copy (id, reference, at, event) SELECT id, reference, at, event FROM callback_events;

CREATE TABLE callback_seats_copy (
	slot INTEGER NOT NULL,
	seat INTEGER NOT NULL,
	reference TEXT NOT NULL UNIQUE REFERENCES callbacks_copy (reference) ON DELETE CASCADE,
	UNIQUE (slot, seat)
) STRICT;

INSERT INTO callback_seats_copy (slot, seat, reference) SELECT slot, seat, reference FROM callback_seats;

DROP TABLE callback_seats;
DROP TABLE callback_events;
DROP TABLE callbacks;
ALTER TABLE callbacks_copy RENAME TO callbacks;
ALTER TABLE callback_events_copy RENAME TO callback_events;
ALTER TABLE callback_seats_copy RENAME TO callback_seats;

CREATE INDEX callbacks_by_age ON callbacks (created_at, reference);
CREATE INDEX callbacks_by_slot ON callbacks (slot_start);
CREATE INDEX callbacks_by_phone ON callbacks (phone, slot_start);
CREATE INDEX callbacks_by_state ON callbacks (state, slot_start);
CREATE INDEX callback_events_by_reference ON callback_events (reference, id);

CREATE TABLE callback_notes (
	id INTEGER PRIMARY KEY,
	reference TEXT NOT NULL REFERENCES callbacks (reference) ON DELETE CASCADE,
	agent TEXT NOT NULL,
	body TEXT NOT NULL,
	created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX callback_notes_by_reference ON callback_notes (reference, id);

-- One for each call: nobody is asked twice.
CREATE TABLE callback_ratings (
	reference TEXT NOT NULL PRIMARY KEY REFERENCES callbacks (reference) ON DELETE CASCADE,
	speed INTEGER CHECK (speed BETWEEN 1 AND 5),
	expertise INTEGER CHECK (expertise BETWEEN 1 AND 5),
	solution INTEGER CHECK (solution BETWEEN 1 AND 5),
	tone INTEGER CHECK (tone BETWEEN 1 AND 5),
	comment TEXT,
	created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Numbers whose owners did not book. Only a keyed hash: nobody can read a number here.
CREATE TABLE blocked_numbers (
	hash TEXT NOT NULL PRIMARY KEY,
	-- The booking that it came from; a block outlives the booking and whoever made it.
	booking TEXT NOT NULL,
	at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX blocked_numbers_by_age ON blocked_numbers (at, hash);

-- Days on which nobody calls although the hours say so, as instants.
CREATE TABLE closed_days (
	from_at INTEGER NOT NULL PRIMARY KEY,
	until_at INTEGER NOT NULL,
	at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER callbacks_switch BEFORE INSERT ON callbacks WHEN EXISTS (SELECT 1 FROM switched_off WHERE form = 'callbacks')
BEGIN
	SELECT RAISE(ABORT, 'form is switched off');
END;

CREATE TRIGGER callbacks_blocked BEFORE INSERT ON callbacks WHEN EXISTS (SELECT 1 FROM blocked_numbers WHERE hash = NEW.phone_hash)
BEGIN
	SELECT RAISE(ABORT, 'number is blocked');
END;

CREATE TRIGGER callback_seats_closed BEFORE INSERT ON callback_seats
WHEN EXISTS (SELECT 1 FROM closed_days WHERE from_at <= NEW.slot AND NEW.slot < until_at)
BEGIN
	SELECT RAISE(ABORT, 'day is closed');
END;

-- What is erased is owed nothing.
CREATE TRIGGER callbacks_erase_messages AFTER DELETE ON callbacks
BEGIN
	DELETE FROM outbox WHERE reference = OLD.reference;
	DELETE FROM mailbox WHERE reference = OLD.reference;
END;

-- One number, one time, one call. A call that has lost its time stands in nobody's way.
CREATE TRIGGER callbacks_once BEFORE INSERT ON callbacks WHEN EXISTS (
	SELECT 1 FROM callbacks WHERE phone = NEW.phone AND slot_start = NEW.slot_start AND state NOT IN ('cancelled', 'offered')
)
BEGIN
	SELECT RAISE(ABORT, 'number is booked then');
END;

CREATE TRIGGER callbacks_moved_once BEFORE UPDATE OF slot_start ON callbacks WHEN EXISTS (
	SELECT 1 FROM callbacks
	WHERE phone = NEW.phone AND slot_start = NEW.slot_start AND state NOT IN ('cancelled', 'offered') AND reference <> NEW.reference
)
BEGIN
	SELECT RAISE(ABORT, 'number is booked then');
END;
