// Which packages must not be older than a release that mended a hole? The build and a test ask.

/** Next: the holes up to CVE-2026-94486. React: code run without a sign-in, CVE-2025-55182. */
export const oldest: ReadonlyMap<string, string> = new Map([
	["next", "16.4.5"],
	["react", "19.2.1"],
	["react-dom", "19.2.1"],
]);

/** A release candidate comes before its release. */
export function isOlder(version: string, than: string): boolean {
	const [numbers, candidate] = partsOf(version);
	const [least] = partsOf(than);
	for (const [at, one] of least.entries()) {
		const other = numbers[at] ?? 0;
		if (other !== one) return other < one;
	}
	return candidate;
}

function partsOf(version: string): readonly [readonly number[], boolean] {
	const [numbers = "", ...rest] = version.split("-");
	return [numbers.split(".").map(Number), rest.length > 0];
}

/** A sentence for each that is too old. */
export function tooOld(versionOf: (name: string) => string): readonly string[] {
	return [...oldest].flatMap(([name, than]) => {
		const version = versionOf(name);
		return isOlder(version, than)
			? [`${name} ${version} is older than ${than}, which mends known holes`]
			: [];
	});
}
