// Which holes are known in this version of a server? As far as its own number tells, and only those a user who may sign in can reach.
import { type Symptom, symptom } from "#lib/core/symptom.ts";
import type { Version } from "../connection/version.ts";

type Hole = {
	readonly names: string;
	/** Of each line the first version without it; a line older than all of them never got one. */
	readonly mended: Readonly<Record<Version["name"], readonly string[]>>;
	/** Where it came in, if that is not since ever. */
	readonly since?: string;
};

const holes: readonly Hole[] = [
	{
		names: "CVE-2025-49844, -46817, -46818 and -46819 (scripts)",
		mended: {
			Redis: ["6.2.20", "7.2.11", "7.4.6", "8.0.4", "8.2.2"],
			Valkey: ["7.2.11", "8.0.6", "8.1.4"],
		},
	},
	{
		names: "CVE-2025-62507 (XACKDEL)",
		mended: { Redis: ["8.2.3"], Valkey: [] },
		since: "8.2.0",
	},
	{
		names: "CVE-2026-23479, -23631 and -25243",
		// Whether older lines were mended as well is not known here, so nothing is said of them.
		mended: { Redis: ["8.6.3"], Valkey: [] },
		since: "8.6.0",
	},
];

const oldest: Readonly<Record<Version["name"], string>> = {
	...{ Redis: "6.2", Valkey: "8.1" },
};

export function versionSymptoms({ name, text, shown }: Version): Symptom[] {
	const version = numbersOf(text);
	const symptoms: Symptom[] = [];
	if (isBefore(version, numbersOf(oldest[name])))
		symptoms.push(
			symptom("old version", { version: shown, oldest: oldest[name] }),
		);
	for (const { names, mended, since } of holes) {
		if (since !== undefined && isBefore(version, numbersOf(since))) continue;
		const in_ = mendedFor(version, mended[name].map(numbersOf));
		if (in_ !== null)
			symptoms.push(
				symptom("known holes", {
					...{ version: shown, names, mended: in_.join(".") },
				}),
			);
	}
	return symptoms;
}

type Numbers = readonly [major: number, minor: number, patch: number];

function numbersOf(text: string): Numbers {
	const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
	return [major, minor, patch];
}

function isBefore(one: Numbers, other: Numbers): boolean {
	const at = one.findIndex((n, index) => n !== other[index]);
	return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

/** The first version to go to; null where nothing has to be done. A line between two that were mended is as old as its hole. */
function mendedFor(version: Numbers, mended: readonly Numbers[]) {
	const own = mended.find(
		([major, minor]) => major === version[0] && minor === version[1],
	);
	const next = own ?? mended.find((one) => isBefore(version, one));
	return next !== undefined && isBefore(version, next) ? next : null;
}
