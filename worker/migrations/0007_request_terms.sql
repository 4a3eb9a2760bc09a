-- What the desk searches: which terms occur in which requests. Derived from the texts, so it can be made anew (`npm run data -- reindex`).
-- A plain table: a database with virtual tables (FTS5) cannot be exported.

-- In the order of arrival, and stable: a rowid is not, and a restored database may give others.
ALTER TABLE requests ADD COLUMN number INTEGER;

UPDATE requests SET number = nth FROM
	(SELECT reference, ROW_NUMBER() OVER (ORDER BY created_at, reference) AS nth FROM requests) AS arrived
WHERE requests.reference = arrived.reference;

CREATE UNIQUE INDEX requests_by_number ON requests (number);

CREATE TRIGGER requests_number AFTER INSERT ON requests WHEN NEW.number IS NULL
BEGIN
	UPDATE requests SET number = (SELECT COALESCE(MAX(number), 0) + 1 FROM requests) WHERE reference = NEW.reference;
END;

CREATE TABLE request_terms (
	term TEXT NOT NULL,
	number INTEGER NOT NULL,
	PRIMARY KEY (term, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX request_terms_by_number ON request_terms (number);

-- Not by a foreign key: when a dump is read, the index that it would need does not exist yet.
CREATE TRIGGER requests_erase_terms AFTER DELETE ON requests
BEGIN
	DELETE FROM request_terms WHERE number = OLD.number;
END;
