-- When somebody of the staff set a message aside that was given up: until then, or until it is sent again, it is told of.
ALTER TABLE outbox ADD COLUMN dismissed_at INTEGER;

CREATE INDEX outbox_given_up ON outbox (due_at) WHERE state = 'dead' AND dismissed_at IS NULL;
