// What does the file look like inside? Each step is history: it is never edited, only followed by another.
import { access } from "./access/schema.ts";
import { alerts } from "./alerts/schema.ts";
import { cleanUpOthers, cleanUps } from "./clean-ups/schema.ts";
import { history, historyFact } from "./history/schema.ts";
import { folds } from "./migration-folds.ts";
import { record } from "./record/schema.ts";

/**
 * A row of the board lies in two tables. `entry` holds what rows are found and ordered by, so narrow that reading all
 * of it for any filter and any order takes a few milliseconds; `sheet` holds what is only shown. An index on a number
 * that moves with every tick would cost more on each write than it saves. Names in `entry` are folded.
 * `gravity` is a place in core's list of verdicts: whoever changes that list adds a step that empties `entry`.
 */
const first = `
CREATE TABLE board (only INTEGER PRIMARY KEY CHECK (only = 1), rev INTEGER NOT NULL) STRICT;
INSERT INTO board VALUES (1, 0);

CREATE TABLE system (name TEXT PRIMARY KEY, place INTEGER NOT NULL, words TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE broker (
	name TEXT PRIMARY KEY,
	system TEXT NOT NULL,
	address TEXT NOT NULL,
	every_ms REAL NOT NULL,
	heard_ms REAL,
	tried_ms REAL,
	trouble TEXT,
	parts TEXT NOT NULL,
	version TEXT,
	subscriptions INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	broker TEXT NOT NULL REFERENCES broker (name) ON DELETE CASCADE,
	system TEXT NOT NULL,
	kind TEXT NOT NULL,
	channel TEXT NOT NULL,
	reader TEXT,
	family TEXT,
	gravity INTEGER NOT NULL,
	lag REAL,
	holding REAL,
	oldest REAL,
	deliveries REAL,
	members REAL,
	margin REAL,
	-- What is unknown stands after all that is known, whichever way a column is ordered.
	gravity_order INTEGER AS (-gravity) VIRTUAL,
	lag_order REAL AS (ifnull(-lag, 9e999)) VIRTUAL,
	holding_order REAL AS (ifnull(-holding, 9e999)) VIRTUAL,
	margin_order REAL AS (ifnull(margin, 9e999)) VIRTUAL,
	reader_order TEXT AS (ifnull(reader, char(0x10ffff))) VIRTUAL
) STRICT;
CREATE INDEX entry_by_gravity ON entry (gravity);
CREATE INDEX entry_by_name ON entry (channel, reader_order, id);
CREATE INDEX entry_by_broker ON entry (broker, channel, reader_order, id);

CREATE TABLE sheet (
	n INTEGER PRIMARY KEY REFERENCES entry (n) ON DELETE CASCADE,
	channel TEXT NOT NULL,
	reader TEXT,
	family TEXT,
	reason_code TEXT NOT NULL,
	reason_values TEXT NOT NULL,
	since_ms REAL NOT NULL,
	lag_bound TEXT,
	time_lag REAL,
	pace_in REAL,
	pace_out REAL,
	members TEXT,
	drained REAL,
	spark BLOB NOT NULL,
	at_ms REAL NOT NULL,
	stale INTEGER NOT NULL
) STRICT;

CREATE TABLE errand (
	id TEXT PRIMARY KEY,
	asked_by TEXT NOT NULL,
	session TEXT NOT NULL,
	wish TEXT NOT NULL,
	state TEXT NOT NULL,
	asked_ms REAL NOT NULL,
	ended_ms REAL,
	look TEXT,
	failure TEXT
) STRICT;
CREATE INDEX errand_waiting ON errand (asked_ms) WHERE state = 'asked';
CREATE INDEX errand_ended ON errand (ended_ms) WHERE ended_ms IS NOT NULL;

CREATE TABLE entry_key (hash TEXT PRIMARY KEY, expires_ms REAL NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE session (
	hash TEXT PRIMARY KEY,
	person TEXT NOT NULL,
	role TEXT NOT NULL,
	started_ms REAL NOT NULL,
	used_ms REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pulse (
	only INTEGER PRIMARY KEY CHECK (only = 1),
	at_ms REAL NOT NULL,
	started_ms REAL NOT NULL,
	every_ms REAL NOT NULL
) STRICT;
`;

const second = `
ALTER TABLE sheet ADD COLUMN time_lag_bound TEXT;
ALTER TABLE sheet ADD COLUMN margin_bound TEXT;
ALTER TABLE sheet ADD COLUMN state TEXT;
ALTER TABLE sheet ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';
`;

/** What went from the board, for whoever comes back to its address. Names are kept as they were shown. */
const third = `
CREATE TABLE gone (
	id TEXT PRIMARY KEY,
	broker TEXT NOT NULL REFERENCES broker (name) ON DELETE CASCADE,
	kind TEXT NOT NULL,
	channel TEXT NOT NULL,
	reader TEXT,
	why TEXT,
	at_ms REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX gone_at ON gone (at_ms);
`;

const fourth = `
ALTER TABLE broker ADD COLUMN own_share TEXT;
ALTER TABLE broker ADD COLUMN beside_left_out INTEGER NOT NULL DEFAULT 0;

CREATE TABLE bystander (
	broker TEXT NOT NULL REFERENCES broker (name) ON DELETE CASCADE,
	name TEXT NOT NULL,
	told TEXT NOT NULL,
	PRIMARY KEY (broker, name)
) STRICT, WITHOUT ROWID;
`;

const standing = `
ALTER TABLE broker ADD COLUMN standing TEXT NOT NULL DEFAULT '[]';
`;

const tries = "ALTER TABLE errand ADD COLUMN findings TEXT;";

const highWater = "ALTER TABLE sheet ADD COLUMN high_water REAL;";

const connections = "ALTER TABLE broker ADD COLUMN connections TEXT;";

/** What an older program heard was read with its answer. */
const readSince = `
ALTER TABLE broker ADD COLUMN read_ms REAL;
UPDATE broker SET read_ms = heard_ms;
`;

/** Of an older program nobody knows what stood before a silence, so nothing is recalled. */
const stood = "ALTER TABLE sheet ADD COLUMN stood TEXT;";

export const migrations: readonly string[] = [
	first,
	second,
	third,
	fourth,
	folds,
	history,
	historyFact,
	standing,
	tries,
	highWater,
	cleanUps,
	record,
	cleanUpOthers,
	alerts,
	access,
	connections,
	readSince,
	stood,
];
