-- Who has opened the desk, so that work can be given to them by name. Written at most once an hour per person.
CREATE TABLE staff (
	-- As Cloudflare Access vouches for it; on a developer's machine the name chosen at login.
	email TEXT NOT NULL PRIMARY KEY,
	role TEXT NOT NULL CHECK (role IN ('agent', 'lead', 'writer')),
	first_seen INTEGER NOT NULL,
	last_seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX staff_by_last_seen ON staff (last_seen);

-- Who used the switch; NULL for what was switched before this was written down.
ALTER TABLE switch_events ADD COLUMN actor TEXT;

CREATE INDEX audit_log_by_actor ON audit_log (actor, id);
CREATE INDEX audit_log_by_action ON audit_log (action, id);

-- Which rule of the configuration took a request, and what it decided; NULL for what came before there were rules.
ALTER TABLE requests ADD COLUMN rule TEXT;
-- 2 high, 1 normal, 0 low.
ALTER TABLE requests ADD COLUMN priority INTEGER NOT NULL DEFAULT 1 CHECK (priority IN (0, 1, 2));
-- Until when its first reply is promised.
ALTER TABLE requests ADD COLUMN due_at INTEGER;
-- Place in a queue, the highest first: by priority, then by age. One number, so that one cursor serves every queue.
ALTER TABLE requests ADD COLUMN queue_key INTEGER NOT NULL GENERATED ALWAYS AS (priority * 10000000000000 + created_at) VIRTUAL;

DROP INDEX requests_open;
DROP INDEX requests_by_assignee;
DROP INDEX requests_by_team;
DROP INDEX requests_by_topic;
DROP INDEX requests_by_locale;
CREATE INDEX requests_open ON requests (is_open, queue_key, reference);
CREATE INDEX requests_by_assignee ON requests (is_open, assignee, queue_key, reference);
CREATE INDEX requests_by_team ON requests (is_open, team, queue_key, reference);
CREATE INDEX requests_by_topic ON requests (is_open, topic, queue_key, reference);
CREATE INDEX requests_by_locale ON requests (is_open, locale, queue_key, reference);
CREATE INDEX requests_unreplied ON requests (due_at, reference)
WHERE first_reply_at IS NULL AND is_open = 1 AND state <> 'held';
