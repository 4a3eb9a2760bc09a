-- How full each hour of the week has been, by the clocks of a language's line. Counted once a day: who looks for a time must not
-- count seats for it.
CREATE TABLE callback_loads (
	locale TEXT NOT NULL,
	-- 1 is Monday.
	weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
	hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
	-- Days that had slots in this hour, and the seats that were there and taken on them.
	days INTEGER NOT NULL,
	offered INTEGER NOT NULL,
	taken INTEGER NOT NULL,
	measured_at INTEGER NOT NULL,
	PRIMARY KEY (locale, weekday, hour)
) STRICT, WITHOUT ROWID;

-- One number, one time, one call, from however many windows it is booked. Whoever rebuilds the table brings these along.
CREATE TRIGGER callbacks_once BEFORE INSERT ON callbacks WHEN EXISTS (
	SELECT 1 FROM callbacks WHERE phone = NEW.phone AND slot_start = NEW.slot_start AND state <> 'cancelled'
)
BEGIN
	SELECT RAISE(ABORT, 'number is booked then');
END;

CREATE TRIGGER callbacks_moved_once BEFORE UPDATE OF slot_start ON callbacks WHEN EXISTS (
	SELECT 1 FROM callbacks
	WHERE phone = NEW.phone AND slot_start = NEW.slot_start AND state <> 'cancelled' AND reference <> NEW.reference
)
BEGIN
	SELECT RAISE(ABORT, 'number is booked then');
END;
