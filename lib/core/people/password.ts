// Is this a password to be taken? Long enough, and none of those that are tried first.

import type { ProblemDetail } from "../problem.ts";
import { commonPasswords } from "./password-common.ts";
import { passwordLength } from "./people.ts";

/**
 * As it is compared: one machine writes é in one character, another in two, and both mean the same (RFC 8265). Nothing
 * else is folded, so that each character counts.
 */
export const passwordForm = (text: string): string => text.normalize("NFC");

/** Null where it is one. */
export function passwordFaultOf(
	text: string,
	person: string,
): ProblemDetail | null {
	const password = passwordForm(text);
	const { min: least, max: most } = passwordLength;
	const length = [...password].length;
	if (length < least) return { key: "password short", values: { least } };
	if (length > most) return { key: "password long", values: { most } };
	const folded = password.toLowerCase();
	if (isOnly(person.normalize("NFC").toLowerCase(), folded))
		return { key: "password is name", values: {} };
	return isCommon(folded) ? { key: "password common", values: {} } : null;
}

const isOnly = (name: string, folded: string): boolean =>
	name !== "" && folded.replaceAll(name, "").length < 4;

const isCommon = (folded: string): boolean =>
	repeats(folded) ||
	runs(folded) ||
	commonPasswords.has(folded) ||
	commonPasswords.has(folded.replace(/[^\p{L}]+$/u, ""));

/** One piece of at most four characters, again and again. */
const repeats = (text: string): boolean =>
	[1, 2, 3, 4].some((size) =>
		Array.from(text).every((it, at, all) => it === all[at % size]),
	);

/** As the keys lie, or as one counts. */
function runs(text: string): boolean {
	const rows = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz"];
	const backwards = rows.map((row) => [...row].reverse().join(""));
	return [...rows, ...backwards].some((row) => row.includes(text));
}
