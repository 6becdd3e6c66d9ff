// How do people and sessions lie in the file? A step among the migrations: it is never edited, only followed by another.

/** Whoever was signed in signs in again: what their session was measured by is new. */
export const access = `
DROP TABLE entry_key;
CREATE TABLE entry_key (
	hash TEXT PRIMARY KEY,
	expires_ms REAL NOT NULL,
	person TEXT NOT NULL,
	roles TEXT NOT NULL,
	lasts_ms REAL NOT NULL,
	idle_ms REAL NOT NULL,
	is_invitation INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

DROP TABLE session;
CREATE TABLE session (
	hash TEXT PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	person TEXT NOT NULL,
	way TEXT NOT NULL,
	roles TEXT NOT NULL,
	groups TEXT NOT NULL,
	started_ms REAL NOT NULL,
	used_ms REAL NOT NULL,
	ends_ms REAL NOT NULL,
	idle_ms REAL NOT NULL,
	from_address TEXT,
	browser TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of ON session (person, used_ms);

CREATE TABLE person (
	name TEXT PRIMARY KEY,
	roles TEXT NOT NULL,
	verifier TEXT,
	made_ms REAL NOT NULL,
	made_by TEXT NOT NULL,
	password_ms REAL,
	signed_in_ms REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE borne_name (
	folded TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	source TEXT NOT NULL,
	subject TEXT NOT NULL,
	used_ms REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE laid_down (
	id TEXT PRIMARY KEY,
	verifier TEXT NOT NULL,
	until_ms REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE token (
	hash TEXT PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	person TEXT NOT NULL,
	roles TEXT NOT NULL,
	made_ms REAL NOT NULL,
	expires_ms REAL NOT NULL,
	used_ms REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE bucket (key TEXT PRIMARY KEY, missing REAL NOT NULL, at_ms REAL NOT NULL, full_ms REAL NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE known_browser (hash TEXT NOT NULL, person TEXT NOT NULL, used_ms REAL NOT NULL, PRIMARY KEY (hash, person)) STRICT, WITHOUT ROWID;
`;
