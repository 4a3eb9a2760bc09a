-- Files of a request. Their bytes lie in R2, under a key that nobody can guess and that says nothing.
CREATE TABLE request_files (
	reference TEXT NOT NULL REFERENCES requests (reference) ON DELETE CASCADE,
	-- Chosen by whoever sends it, so that a second attempt is the same file.
	id TEXT NOT NULL,
	storage_key TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	-- By its content.
	type TEXT NOT NULL,
	-- Bytes that are kept, which are fewer than were sent where metadata was cut out.
	size INTEGER NOT NULL,
	-- Of what was sent.
	sha256 TEXT NOT NULL,
	-- How many messages its writer had added by then.
	turn INTEGER NOT NULL,
	nth_of_turn INTEGER NOT NULL,
	-- NULL for a request that takes no files any more, which aborts the batch.
	nth INTEGER NOT NULL,
	created_at INTEGER NOT NULL,
	PRIMARY KEY (reference, id),
	UNIQUE (reference, sha256),
	CONSTRAINT files_of_message CHECK (nth_of_turn <= 5),
	CONSTRAINT files_of_request CHECK (nth <= 30)
) STRICT;

-- Objects in R2 that no row speaks for: not yet, because they are being sent, or not any more. They are removed when they are due.
CREATE TABLE loose_files (
	key TEXT NOT NULL PRIMARY KEY,
	-- Of an upload in parts that has not come to its end.
	upload_id TEXT,
	due_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX loose_files_by_due ON loose_files (due_at);

-- Whatever removes a row, a request's end included, removes its bytes. A migration that makes `requests` anew has to copy
-- `request_files` first, or this runs for all of them.
CREATE TRIGGER request_files_loose AFTER DELETE ON request_files
BEGIN
	INSERT OR REPLACE INTO loose_files (key, due_at) VALUES (OLD.storage_key, 0);
END;
