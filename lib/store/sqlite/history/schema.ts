// How does history lie in the file? A step among the migrations: it is never edited, only followed by another.

/**
 * A tick is written as it came, a row for each 64 subscriptions, and turned soon afterwards into chunks, each of one
 * subscription and a stretch of time. Tier 0 is every reading; 1, 2 and 3 are a minute, ten minutes and an hour. The
 * columns `…_until` say up to where each tier is made. No row here belongs to a row of the board: history outlives both
 * the subscription and its broker.
 */
export const history = `
CREATE TABLE past_broker (
	name TEXT PRIMARY KEY,
	minutes_until INTEGER NOT NULL,
	tens_until INTEGER NOT NULL,
	hours_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE past_series (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	broker TEXT NOT NULL,
	kind TEXT NOT NULL,
	channel TEXT NOT NULL,
	reader TEXT,
	sought TEXT NOT NULL,
	first_ms INTEGER NOT NULL,
	gone_ms INTEGER,
	minutes_until INTEGER NOT NULL,
	tens_until INTEGER NOT NULL,
	hours_until INTEGER NOT NULL
) STRICT;
CREATE INDEX past_series_by_broker ON past_series (broker, n);

CREATE TABLE past_tick (
	broker TEXT NOT NULL,
	at_ms INTEGER NOT NULL,
	block_ms INTEGER NOT NULL,
	heard INTEGER NOT NULL,
	every_ms INTEGER NOT NULL,
	PRIMARY KEY (broker, at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_change (
	shard INTEGER NOT NULL,
	at_ms INTEGER NOT NULL,
	code BLOB NOT NULL,
	PRIMARY KEY (shard, at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_beats (
	broker TEXT NOT NULL,
	tier INTEGER NOT NULL,
	from_ms INTEGER NOT NULL,
	code BLOB NOT NULL,
	PRIMARY KEY (broker, tier, from_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_chunk (
	series INTEGER NOT NULL,
	tier INTEGER NOT NULL,
	from_ms INTEGER NOT NULL,
	code BLOB NOT NULL,
	PRIMARY KEY (series, tier, from_ms)
) STRICT, WITHOUT ROWID;
`;

export const historyFact = `
ALTER TABLE pulse ADD COLUMN history TEXT NOT NULL DEFAULT 'kept';
`;
