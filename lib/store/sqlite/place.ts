// Where does the next page of a list by time begin? After the last of the page before, by its time and its id.
import { Problem } from "#lib/core/problem.ts";
import { listIn, writtenList } from "./written-list.ts";

export const placeAt = (ms: number, id: string): string =>
	writtenList([ms, id]);

export function placeIn(cursor: string): readonly [number, string] {
	const [ms, id] = listIn(cursor);
	if (typeof ms !== "number" || typeof id !== "string")
		throw new Problem("invalid", "bad cursor");
	return [ms, id];
}
