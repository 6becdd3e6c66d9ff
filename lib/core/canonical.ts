// How is a value written so that equal values are equal text? As JSON with its names in order, and nothing that JSON cannot say.

/** Names whose value is undefined are left out, as JSON does. */
export function canonical(value: unknown): string {
	return JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(ordered);
	if (typeof value !== "object" || value === null) return value;
	const byName = Object.entries(value).sort(([one], [other]) =>
		one < other ? -1 : 1,
	);
	// Without a prototype: a name may be `__proto__`.
	const written: Record<string, unknown> = Object.create(null);
	for (const [name, its] of byName) written[name] = ordered(its);
	return written;
}
