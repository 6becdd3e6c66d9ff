// How do alerts lie in the file? A step among the migrations: it is never edited, only followed by another.

/**
 * What is told of an alert, a wave or a rule lies in one cell, as it was written; beside it stands only what rows are
 * found and ordered by. What somebody acknowledged lies apart, so that no review can write over it.
 */
export const alerts = `
CREATE TABLE alerting (only INTEGER PRIMARY KEY CHECK (only = 1), rev INTEGER NOT NULL) STRICT;
INSERT INTO alerting VALUES (1, 0);

CREATE TABLE alert (
	id TEXT PRIMARY KEY,
	gravity INTEGER NOT NULL,
	state TEXT NOT NULL,
	subscription TEXT,
	fired_ms REAL,
	resolved_ms REAL,
	told TEXT NOT NULL,
	acknowledged TEXT,
	held TEXT
) STRICT;
CREATE INDEX alert_firing ON alert (gravity DESC, fired_ms, id) WHERE state = 'firing';
CREATE INDEX alert_pending ON alert (id) WHERE state = 'pending';
CREATE INDEX alert_past ON alert (resolved_ms, id, fired_ms) WHERE state = 'resolved';
CREATE INDEX alert_of ON alert (subscription, fired_ms) WHERE subscription IS NOT NULL AND fired_ms IS NOT NULL;
CREATE INDEX alert_held ON alert (id, held) WHERE held IS NOT NULL;

CREATE TABLE wave (id TEXT PRIMARY KEY, over_ms REAL, alerts TEXT NOT NULL, told TEXT NOT NULL) STRICT;
CREATE INDEX wave_under_way ON wave (id) WHERE over_ms IS NULL;
CREATE INDEX wave_over ON wave (over_ms) WHERE over_ms IS NOT NULL;
CREATE TABLE wave_alert (
	alert TEXT NOT NULL,
	wave TEXT NOT NULL REFERENCES wave (id) ON DELETE CASCADE,
	PRIMARY KEY (alert, wave)
) STRICT, WITHOUT ROWID;
CREATE INDEX wave_alert_wave ON wave_alert (wave);

CREATE TABLE notice (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	wave TEXT NOT NULL,
	outlet TEXT NOT NULL,
	says TEXT NOT NULL,
	why TEXT NOT NULL,
	at_ms REAL NOT NULL,
	state TEXT NOT NULL,
	tries INTEGER NOT NULL,
	next_ms REAL NOT NULL,
	answer TEXT,
	answered_ms REAL,
	-- What is sent; nothing once it is owed no more.
	contents TEXT
) STRICT;
CREATE INDEX notice_owed ON notice (outlet, n) WHERE state = 'owed';
CREATE INDEX notice_of_wave ON notice (wave, n);
CREATE INDEX notice_old ON notice (answered_ms) WHERE state <> 'owed' AND says = 'still fires';

CREATE TABLE outlet (
	name TEXT PRIMARY KEY,
	place INTEGER NOT NULL,
	told TEXT NOT NULL,
	delivered_ms REAL,
	failing_since_ms REAL,
	answer TEXT,
	delivered INTEGER NOT NULL DEFAULT 0,
	failed INTEGER NOT NULL DEFAULT 0,
	given_up INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE alert_rule (
	name TEXT NOT NULL,
	source TEXT NOT NULL,
	place INTEGER NOT NULL,
	told TEXT NOT NULL,
	PRIMARY KEY (name, source)
) STRICT;

CREATE TABLE mute (
	id TEXT PRIMARY KEY,
	told TEXT NOT NULL,
	ended_ms REAL,
	ended_by TEXT
) STRICT;
CREATE INDEX mute_ended ON mute (ended_ms);

ALTER TABLE errand ADD COLUMN alerts TEXT;
`;
