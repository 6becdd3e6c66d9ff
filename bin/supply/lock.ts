// Which packages does the lock file bring, and what does it say of each?
import { readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

export type Locked = {
	/** Where it lies: "node_modules/next/node_modules/postcss". */
	readonly place: string;
	readonly name: string;
	readonly version: string;
	readonly licence: string | null;
	/** Whoever runs Tidemark has it; the others are for building and testing. */
	readonly isProduction: boolean;
	readonly isOptional: boolean;
	readonly runsAtInstall: boolean;
	/** Where it is fetched from, if the file names a place at all. */
	readonly from: string | null;
	/** The hash that its archive must have. */
	readonly integrity: string | null;
};

type Entry = {
	readonly name?: string;
	readonly version?: string;
	readonly license?: string;
	readonly dev?: boolean;
	readonly optional?: boolean;
	readonly hasInstallScript?: boolean;
	readonly resolved?: string;
	readonly integrity?: string;
};
type LockFile = { readonly packages: Readonly<Record<string, Entry>> };

export function lockedIn(text: string): readonly Locked[] {
	const { packages }: LockFile = JSON.parse(text);
	return Object.entries(packages)
		.filter(([place]) => place !== "")
		.map(([place, entry]) => ({
			place,
			name: entry.name ?? place.slice(place.lastIndexOf("node_modules/") + 13),
			version: entry.version ?? "",
			licence: entry.license ?? null,
			isProduction: entry.dev !== true,
			isOptional: entry.optional === true,
			runsAtInstall: entry.hasInstallScript === true,
			from: entry.resolved ?? null,
			integrity: entry.integrity ?? null,
		}));
}

export const locked = (): readonly Locked[] =>
	lockedIn(readFileSync(path.join(root, "package-lock.json"), "utf8"));
