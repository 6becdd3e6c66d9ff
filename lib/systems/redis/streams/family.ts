// Which streams are the same stream many times over? Those whose names differ only by a number or a hash tag.

/** `orders:stream:7` → `orders:stream:*`; null when nothing in the name could differ. */
function patternOf(name: string): string | null {
	const pattern = name.replace(/\{[^{}]+\}/g, "{*}").replace(/\d+/g, "*");
	return pattern === name ? null : pattern;
}

/** The pattern of each name that shares it with another. */
export function familiesOf(names: Iterable<string>): Map<string, string> {
	const alike = new Map<string, string[]>();
	for (const name of names) {
		const pattern = patternOf(name);
		if (pattern === null) continue;
		const list = alike.get(pattern);
		if (list) list.push(name);
		else alike.set(pattern, [name]);
	}
	const families = new Map<string, string>();
	for (const [pattern, list] of alike)
		if (list.length > 1) for (const name of list) families.set(name, pattern);
	return families;
}
