// What did somebody who looked closely at a broker find, that no reading tells? A code and its values, like a note.

export const symptomCodes = [
	/** Whom it takes us for. {user} */
	"known as",
	/** One of several configured addresses does not answer. {place, trouble: a code of troubles} */
	"place fails",
	/** It sends whoever asks on to an address that cannot be reached from here. {asked, place, trouble, setting: what decides that} */
	"sent nowhere",
	/** What it shows of itself where the connection is encrypted. {place, names, issuer, untilMs, days: until then, less than none afterwards} */
	"certificate",
	/** Its clock and ours. {apartMs: how far it is ahead, at least} */
	"clock",
	/** Holes that are known in this version, and mended in a later one of its line. {version, names, mended} */
	"known holes",
	/** Older than any this program was tried on. {version, oldest} */
	"old version",
	/** Only what the rights name is told of at all; anything else looks as if it were not there. {what, right} */
	"hidden by name",
	/** Of so many that were looked at. {refused, looked, example} */
	"keys refused",
	/** A right that was kept back on purpose, perhaps, and what is not known for that. {right, on, lost} */
	"told less",
	/** {rights: those that clean-ups need and this user lacks} */
	"may not clean up",
	"may clean up",
] as const;
export type SymptomCode = (typeof symptomCodes)[number];

export type Symptom = {
	readonly code: SymptomCode;
	readonly values: Readonly<Record<string, string | number>>;
};

export const symptom = (
	code: SymptomCode,
	values: Symptom["values"] = {},
): Symptom => ({ code, values });
