// What does a cell hold? What the schema promises, or an error that names no content.

export function text(cell: unknown): string {
	if (typeof cell === "string") return cell;
	throw new TypeError(`a cell holds ${typeof cell}, not text`);
}

export function number(cell: unknown): number {
	if (typeof cell === "number") return cell;
	throw new TypeError(`a cell holds ${typeof cell}, not a number`);
}

export function bytes(cell: unknown): Uint8Array {
	if (cell instanceof Uint8Array) return cell;
	throw new TypeError(`a cell holds ${typeof cell}, not bytes`);
}

export const orNull =
	<T>(read: (cell: unknown) => T) =>
	(cell: unknown): T | null =>
		cell === null ? null : read(cell);

export const textOrNull = orNull(text);
export const numberOrNull = orNull(number);

export function oneOf<T extends string>(known: readonly T[], cell: unknown): T {
	const found = known.find((it) => it === cell);
	if (found === undefined) throw new TypeError("a cell holds an unknown word");
	return found;
}

/** The cast: whatever lies in the file was put there by `json` beside this, from a value of the same type. */
export const fromJson = <T>(cell: unknown): T => JSON.parse(text(cell)) as T;

export const fromJsonOrNull = <T>(cell: unknown): T | null =>
	cell === null ? null : fromJson<T>(cell);

export const json = (value: object): string => JSON.stringify(value);

export const jsonOrNull = (value: object | null): string | null =>
	value === null ? null : json(value);
