// Where is it kept which rows are folded together? A step of the schema, like those in `migrations`.

/**
 * Rows of one family and group share a fold, with what they say together beside it. `urgency` orders as the board does
 * by gravity, in one comparison. Rows of families come back with the next tick, then with a fold.
 */
export const folds = `
CREATE TABLE fold (
	n INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	broker TEXT NOT NULL REFERENCES broker (name) ON DELETE CASCADE,
	size INTEGER NOT NULL DEFAULT 0,
	sums TEXT,
	counted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX fold_uncounted ON fold (n) WHERE counted = 0;

DELETE FROM entry WHERE family IS NOT NULL;
ALTER TABLE entry ADD COLUMN fold INTEGER;
ALTER TABLE entry ADD COLUMN urgency BLOB;
CREATE INDEX entry_by_fold ON entry (fold) WHERE fold IS NOT NULL;
CREATE INDEX entry_alone ON entry (n) WHERE fold IS NULL;

-- A fold that a row has left is counted again, whatever took the row away.
CREATE TRIGGER entry_gone AFTER DELETE ON entry WHEN old.fold IS NOT NULL
BEGIN UPDATE fold SET counted = 0 WHERE n = old.fold; END;
CREATE TRIGGER entry_moved AFTER UPDATE OF fold ON entry WHEN old.fold IS NOT NULL AND old.fold IS NOT new.fold
BEGIN UPDATE fold SET counted = 0 WHERE n = old.fold; END;
`;
