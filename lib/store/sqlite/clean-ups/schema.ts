// How do clean-ups lie in the file? A step among the migrations: it is never edited, only followed by another.

/**
 * What is long of a plan lies apart from what a page of the activity shows. Looks are forgotten by one index and
 * clean-ups by another, so that the many that are kept do not stand before the few that go.
 */
export const cleanUps = `
ALTER TABLE errand ADD COLUMN action TEXT;
DROP INDEX errand_waiting;
CREATE INDEX errand_by_state ON errand (state, asked_ms);
DROP INDEX errand_ended;
CREATE INDEX errand_ended ON errand (ended_ms) WHERE ended_ms IS NOT NULL AND action IS NULL;
CREATE INDEX errand_cleaned ON errand (ended_ms) WHERE ended_ms IS NOT NULL AND action IS NOT NULL;
CREATE INDEX errand_activity ON errand (asked_ms, id, state, asked_by, action) WHERE action IS NOT NULL;

CREATE TABLE clean_up (
	errand TEXT PRIMARY KEY REFERENCES errand (id) ON DELETE CASCADE,
	left_out INTEGER NOT NULL,
	hash TEXT NOT NULL,
	planned_ms REAL NOT NULL,
	expires_ms REAL NOT NULL,
	approval TEXT,
	started_ms REAL,
	stopped_by TEXT,
	undone_by TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE clean_up_target (
	errand TEXT NOT NULL REFERENCES clean_up (errand) ON DELETE CASCADE,
	id TEXT NOT NULL,
	broker TEXT NOT NULL,
	asked_ms REAL NOT NULL,
	subscription TEXT NOT NULL,
	plan TEXT,
	plan_more TEXT,
	failure TEXT,
	progress TEXT,
	outcome TEXT,
	afterwards TEXT NOT NULL DEFAULT '[]',
	kept INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (errand, id)
) STRICT;
CREATE INDEX target_by_id ON clean_up_target (id, asked_ms, errand);
CREATE INDEX target_by_broker ON clean_up_target (broker, asked_ms, errand);
CREATE INDEX target_kept ON clean_up_target (errand) WHERE kept > 0;

-- So many messages from a place on, in columns.
CREATE TABLE before_image (
	errand TEXT NOT NULL REFERENCES clean_up (errand) ON DELETE CASCADE,
	target TEXT NOT NULL,
	place INTEGER NOT NULL,
	code BLOB NOT NULL,
	PRIMARY KEY (errand, target, place)
) STRICT, WITHOUT ROWID;
`;

/** What a clean-up of a whole group is about beside its target, so that it is found again from each. */
export const cleanUpOthers = `
CREATE TABLE clean_up_other (
	id TEXT NOT NULL,
	errand TEXT NOT NULL REFERENCES clean_up (errand) ON DELETE CASCADE,
	PRIMARY KEY (id, errand)
) STRICT, WITHOUT ROWID;
CREATE INDEX clean_up_other_errand ON clean_up_other (errand);
`;
