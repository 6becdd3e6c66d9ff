// Which channels are the same channel many times over? Those whose names differ only by a number or a hash tag.

const tags = /\{[^{}]+\}/g;
const numbers = /\d+/g;

/** `orders:stream:7` → `orders:stream:*` */
const withoutNumbers = (name: string): string => name.replace(numbers, "*");
/** `{ann}:7` → `{*}:*` */
const withoutTags = (name: string): string =>
	withoutNumbers(name.replace(tags, "{*}"));

/**
 * The pattern of each name that shares it with another. A word in a hash tag often names the stream, as in
 * `{orders}:1` beside `{payments}:1`: only names that numbers alone bring together with no other may differ by it.
 */
export function familiesOf(names: Iterable<string>): Map<string, string> {
	const families = new Map<string, string>();
	const alone = join(names, withoutNumbers, families);
	join(alone, withoutTags, families);
	return families;
}

/** Puts names of one pattern into `families` and returns those that found no other. */
function join(
	names: Iterable<string>,
	patternOf: (name: string) => string,
	families: Map<string, string>,
): readonly string[] {
	const alike = new Map<string, string[]>();
	const alone: string[] = [];
	for (const name of names) {
		const pattern = patternOf(name);
		if (pattern === name) {
			alone.push(name);
			continue;
		}
		const list = alike.get(pattern);
		if (list) list.push(name);
		else alike.set(pattern, [name]);
	}
	for (const [pattern, list] of alike)
		if (list.length > 1) for (const name of list) families.set(name, pattern);
		else alone.push(...list);
	return alone;
}
