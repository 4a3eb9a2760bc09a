-- Whether a call is held as possible spam says nothing of what it is in: its time passes like that of any other, and its person is asked
-- for another one without ever learning of the hold. A flag beside the state, in place of a state that nothing led out of.
ALTER TABLE callbacks ADD COLUMN held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1));
UPDATE callbacks SET state = 'booked', held = 1 WHERE state = 'held';
CREATE INDEX callbacks_held ON callbacks (slot_start, reference) WHERE held = 1;

-- An older version of the Worker goes on writing the state while a new one is put in its place.
CREATE TRIGGER callbacks_held_state AFTER INSERT ON callbacks WHEN NEW.state = 'held'
BEGIN
	UPDATE callbacks SET state = 'booked', held = 1 WHERE reference = NEW.reference;
END;

-- The times that a call was booked for, until its person gives one up before it has come: how busy an hour was. Seats do not tell, since
-- a call that reached nobody gives its own back.
CREATE TABLE callback_times (
	slot INTEGER NOT NULL,
	reference TEXT NOT NULL REFERENCES callbacks (reference) ON DELETE CASCADE,
	PRIMARY KEY (slot, reference)
) STRICT, WITHOUT ROWID;

CREATE INDEX callback_times_by_reference ON callback_times (reference, slot);

INSERT INTO callback_times (slot, reference) SELECT slot_start, reference FROM callbacks WHERE state <> 'cancelled';

CREATE TRIGGER callback_seats_times AFTER INSERT ON callback_seats
BEGIN
	INSERT INTO callback_times (slot, reference) VALUES (NEW.slot, NEW.reference) ON CONFLICT DO NOTHING;
END;
