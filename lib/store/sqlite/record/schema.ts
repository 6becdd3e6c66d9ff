// How does the record lie in the file? A step among the migrations: it is never edited, only followed by another.

/** A line is the text its hash was made of, and nothing beside it that could say something else. */
export const record = `
CREATE TABLE record (n INTEGER PRIMARY KEY, line TEXT NOT NULL, hash TEXT NOT NULL) STRICT;

CREATE TRIGGER record_stays BEFORE DELETE ON record
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
CREATE TRIGGER record_is_not_edited BEFORE UPDATE ON record
BEGIN SELECT raise(ABORT, 'the record is only added to'); END;
`;
