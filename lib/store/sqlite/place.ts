// Where does the next page of a list by time begin? After the last of the page before, by its time and its id.
import { Problem } from "#lib/core/problem.ts";

export const placeAt = (ms: number, id: string): string =>
	Buffer.from(JSON.stringify([ms, id])).toString("base64url");

export function placeIn(cursor: string): readonly [number, string] {
	const [ms, id] = listIn(cursor);
	if (typeof ms !== "number" || typeof id !== "string")
		throw new Problem("invalid", "bad cursor");
	return [ms, id];
}

function listIn(cursor: string): readonly unknown[] {
	try {
		const list: unknown = JSON.parse(
			Buffer.from(cursor, "base64url").toString(),
		);
		return Array.isArray(list) ? list : [];
	} catch {
		return [];
	}
}
