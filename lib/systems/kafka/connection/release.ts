// Which release of Kafka does a node run? It names none, but says how far it understands the cluster's own log, and every release understands more.

type Feature = { readonly name: string; readonly maxVersion: number };

/** The last that each release understands, as the newest of them lists them [4.3.1]. */
const lastLevels: readonly (readonly [level: number, release: string])[] = [
	[7, "3.3"],
	[8, "3.4"],
	[11, "3.5"],
	[14, "3.6"],
	[19, "3.7"],
	[20, "3.8"],
	[21, "3.9"],
	[25, "4.0"],
	[27, "4.1"],
	[29, "4.2"],
	[30, "4.3"],
];

/** Null where it does not say, as other systems of the same protocol do not, or is newer than all we know of. */
export function releaseIn(features: readonly Feature[]): string | null {
	const level = features.find(({ name }) => name === "metadata.version");
	if (!level) return null;
	const found = lastLevels.find(([last]) => level.maxVersion === last);
	return found?.[1] ?? null;
}

/** While a cluster is upgraded its nodes differ. Null as well where one that answered is of no release we know. */
export function releaseOfAll(
	releases: readonly (string | null)[],
): string | null {
	const known = releases.filter((release) => release !== null);
	if (known.length < releases.length) return null;
	const inOrder = known.toSorted((a, b) =>
		a.localeCompare(b, "en", { numeric: true }),
	);
	const [oldest = null, newest = oldest] = [inOrder[0], inOrder.at(-1)];
	return oldest === newest ? oldest : `${oldest} – ${newest}`;
}
