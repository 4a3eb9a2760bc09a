-- What cron looks for every minute: solved requests that can no longer be reopened, open ones that nobody touches, ended ones
-- whose time is over.
CREATE INDEX requests_solved ON requests (ended_at, reference) WHERE state = 'solved';
CREATE INDEX requests_untouched ON requests (updated_at, reference) WHERE is_open = 1;
CREATE INDEX requests_ended ON requests (ended_at) WHERE ended_at IS NOT NULL;

-- What is wrong just now, one row for each kind: staff are told once when it begins and once when it is over.
CREATE TABLE alerts (
	kind TEXT NOT NULL PRIMARY KEY,
	since INTEGER NOT NULL,
	-- How many are concerned, as of the last look.
	count INTEGER NOT NULL,
	-- Since when nothing has been seen of it; it is over only after a while of that.
	calm_since INTEGER
) STRICT, WITHOUT ROWID;

-- Which alert a message of that kind is about.
ALTER TABLE outbox ADD COLUMN about TEXT;
-- When the mail came back, and with which status (RFC 3463, such as `5.1.1`).
ALTER TABLE outbox ADD COLUMN bounced_at INTEGER;
ALTER TABLE outbox ADD COLUMN bounce TEXT;

CREATE INDEX outbox_bounced ON outbox (bounced_at) WHERE bounced_at IS NOT NULL;
