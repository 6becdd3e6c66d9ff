// What can a copy tell, and when is it too old to be told?
import { nothingKnown, type Reading } from "#lib/core/reading.ts";
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { Configured } from "../connection/configured.ts";
import type { Server } from "../connection/identity.ts";

/** A link that breaks is made again within seconds as a rule. */
const patienceMs = 5000;

/** What a copy shows that is cut off was true when it last heard something: rows then keep what they had, with its time. */
export function asOld(
	readings: readonly Reading[],
	{ behindMs }: Pick<Server, "behindMs">,
): readonly Reading[] {
	if (behindMs < patienceMs) return readings;
	const seconds = Math.round(behindMs / 1000);
	const old = trouble("copy cut off", `heard nothing for ${seconds} s`);
	return readings.map((reading) => unheard(reading, old));
}

export const unheard = (
	{ kind, channel, group, family, atMs }: Reading,
	why: Trouble,
): Reading => ({
	...nothingKnown,
	...{ kind, channel, group, family, atMs, trouble: why },
});

/** That a copy is one is no news where somebody asked for it. */
export const isWanted = (
	{ code }: Trouble,
	{ readFrom }: Configured,
): boolean => code === "copy" && readFrom === "replica";
