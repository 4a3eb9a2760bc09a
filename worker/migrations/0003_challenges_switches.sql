-- Solved challenges, so that each serves once.
CREATE TABLE used_challenges (
	id TEXT NOT NULL PRIMARY KEY,
	expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX used_challenges_by_expiry ON used_challenges (expires_at);

-- Forms that staff have switched off; all others are on.
CREATE TABLE switched_off (
	form TEXT NOT NULL PRIMARY KEY CHECK (form IN ('contact', 'callbacks', 'votes', 'searchMisses')),
	since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who looks back at a quiet day must be able to tell it from a form that was off.
CREATE TABLE switch_events (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	form TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('on', 'off'))
) STRICT;

-- The switch is read by the write itself: no cache that lags behind, and no query more. What exists can still be moved or cancelled.
CREATE TRIGGER requests_switch BEFORE INSERT ON requests WHEN EXISTS (SELECT 1 FROM switched_off WHERE form = 'contact')
BEGIN
	SELECT RAISE(ABORT, 'form is switched off');
END;

CREATE TRIGGER callbacks_switch BEFORE INSERT ON callbacks WHEN EXISTS (SELECT 1 FROM switched_off WHERE form = 'callbacks')
BEGIN
	SELECT RAISE(ABORT, 'form is switched off');
END;

CREATE TRIGGER votes_switch BEFORE INSERT ON votes WHEN EXISTS (SELECT 1 FROM switched_off WHERE form = 'votes')
BEGIN
	SELECT RAISE(ABORT, 'form is switched off');
END;

-- Searches are written later, by the queue's consumer: what has been accepted is counted.
CREATE TRIGGER search_misses_switch BEFORE INSERT ON rate_counts
WHEN NEW.route = 'searchMisses' AND EXISTS (SELECT 1 FROM switched_off WHERE form = 'searchMisses')
BEGIN
	SELECT RAISE(ABORT, 'form is switched off');
END;
