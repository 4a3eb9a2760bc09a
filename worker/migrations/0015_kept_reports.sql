-- What a report has counted, kept for a while: counting it reads every row of the period. No row of it is about a person.
CREATE TABLE kept_reports (
	-- Name, number of days, and last day.
	id TEXT NOT NULL PRIMARY KEY,
	made_at INTEGER NOT NULL,
	-- JSON.
	data TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX kept_reports_by_age ON kept_reports (made_at);
