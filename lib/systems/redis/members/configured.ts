// What may be configured about members? For how long one may show no life, and whose connections bear their names.
import { z } from "zod";
import { globOf } from "#lib/core/glob.ts";
import { duration, globs, type Picks, section } from "../../setting.ts";
import { usualPatienceMs } from "./patience.ts";

export type MembersConfigured = {
	/** Null where the group's own pauses decide. */
	patienceMs(group: string): number | null;
	/** The shortest that is configured; null when none is. */
	readonly shortestMs: number | null;
	readonly named: Picks;
};

export const shortestPatienceMs = ({ shortestMs }: MembersConfigured): number =>
	shortestMs ?? usualPatienceMs;

export const nothingOfMembers: MembersConfigured = {
	patienceMs: () => null,
	shortestMs: null,
	named: () => false,
};

const durationSay =
	"write a whole number and a unit (s, m, h or d), such as 10m";

/** One for all, or one for each pattern of group names, of which the first that fits counts. */
const patience = z
	.preprocess(
		(given) => (typeof given === "string" ? { "*": given } : given),
		z.record(
			z.string(),
			duration(durationSay),
			"write one duration, or groups with a duration each",
		),
	)
	.transform((given) =>
		Object.entries(given).map(([pattern, ms]) => ({
			fits: globOf(pattern),
			ms,
		})),
	);

export const membersSetting = section({
	patience: patience.optional(),
	named: globs().optional(),
}).transform(
	({ patience: given = [], named }): MembersConfigured => ({
		patienceMs: (group) => given.find(({ fits }) => fits(group))?.ms ?? null,
		shortestMs:
			given.length === 0 ? null : Math.min(...given.map(({ ms }) => ms)),
		named: named ?? nothingOfMembers.named,
	}),
);
