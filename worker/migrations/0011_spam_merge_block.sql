-- Closed as spam: without a word to its sender, and counted nowhere.
ALTER TABLE requests ADD COLUMN spam INTEGER NOT NULL DEFAULT 0 CHECK (spam IN (0, 1));
-- The request of the same address under which this one goes on. Its texts stay its own: an address proves nobody.
ALTER TABLE requests ADD COLUMN merged_into TEXT;

CREATE INDEX requests_merged ON requests (merged_into) WHERE merged_into IS NOT NULL;

CREATE TRIGGER requests_erase_merged AFTER DELETE ON requests
BEGIN
	UPDATE requests SET merged_into = NULL WHERE merged_into = OLD.reference;
END;

-- Whose new requests are held for the desk to judge.
CREATE TABLE blocked_senders (
	-- Keyed hash of the address: the address itself stands in the request, as long as there is one.
	sender TEXT NOT NULL PRIMARY KEY,
	since INTEGER NOT NULL,
	-- Who of the staff, and because of which request.
	agent TEXT NOT NULL,
	reference TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX blocked_senders_by_age ON blocked_senders (since, sender);
