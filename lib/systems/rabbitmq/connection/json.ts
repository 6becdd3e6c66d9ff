// What stands at a place of an answer that may be anything? What is not of that form is not known.

export const fieldIn = (it: unknown, field: string): unknown =>
	typeof it === "object" && it !== null && Object.hasOwn(it, field)
		? Reflect.get(it, field)
		: undefined;

export function textIn(it: unknown, field: string): string | null {
	const value = fieldIn(it, field);
	return typeof value === "string" ? value : null;
}

/** A whole number from zero on. */
export function countIn(it: unknown, field: string): number | null {
	const value = fieldIn(it, field);
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0
		? value
		: null;
}

export const flagIn = (it: unknown, field: string): boolean | null => {
	const value = fieldIn(it, field);
	return typeof value === "boolean" ? value : null;
};

export const listIn = (it: unknown, field: string): readonly unknown[] =>
	listOf(fieldIn(it, field));

export const listOf = (it: unknown): readonly unknown[] =>
	Array.isArray(it) ? it : [];
