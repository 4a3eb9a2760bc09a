-- Searches that failed, by a keyed hash of their words: the words themselves are written down only once three networks of one
-- day have used them, so that what one person types by mistake is never stored.

CREATE TABLE search_misses (
	-- Keyed hash of language and cleaned words.
	text TEXT NOT NULL,
	-- Start of the day (UTC).
	day INTEGER NOT NULL,
	locale TEXT NOT NULL,
	count INTEGER NOT NULL,
	-- The fewest articles that the search found on this day.
	least_results INTEGER NOT NULL,
	-- How many networks it came from on this day; who they were is forgotten.
	networks INTEGER NOT NULL,
	PRIMARY KEY (text, day)
) STRICT, WITHOUT ROWID;

CREATE INDEX search_misses_by_day ON search_misses (day, text);

-- The words that may be shown.
CREATE TABLE search_miss_texts (
	text TEXT NOT NULL PRIMARY KEY,
	locale TEXT NOT NULL,
	query TEXT NOT NULL,
	last_day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX search_miss_texts_by_age ON search_miss_texts (last_day);

-- Only as long as its day is being counted.
CREATE TABLE search_miss_networks (
	day INTEGER NOT NULL,
	text TEXT NOT NULL,
	-- Keyed hash of a network prefix and the words, with a key that changes every day: two searches of one network share nothing.
	network TEXT NOT NULL,
	PRIMARY KEY (day, text, network)
) STRICT, WITHOUT ROWID;

-- Messages that no consumer could work with. Only their number is kept.
CREATE TABLE dead_letters (
	queue TEXT NOT NULL,
	day INTEGER NOT NULL,
	count INTEGER NOT NULL,
	PRIMARY KEY (queue, day)
) STRICT, WITHOUT ROWID;
