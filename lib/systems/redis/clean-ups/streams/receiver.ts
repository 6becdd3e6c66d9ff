// Who could take over what others hold, and is it known to look at what it did not ask for as new?
import type { Warning } from "#lib/core/clean-up/remark.ts";
import { ask, type Command } from "../../connection/ask.ts";
import { sentName } from "../../connection/name.ts";
import { heldRowsOf } from "../../looks/replies.ts";
import type { GroupNow, MemberNow, Place } from "./group-now.ts";

export type Receivers = {
	/** The one that fits best; null where nobody is known to live. */
	readonly best: MemberNow | null;
	/** Seen to read again what it held, or to claim. */
	readonly rereads: ReadonlySet<string>;
};

const rowsEach = 100;
const membersMax = 20;
/** What this console hands over keeps its age, and is older than any group's patience. */
const latelyMs = 5 * 60_000;

/**
 * A message delivered twice, lately, and held by one that lives: it took it by a claim, or read it again. Neither is done
 * by a reader that only asks for what is new.
 */
export async function receiversIn(
	{ client, secret, key, groupKey }: Place,
	{ members }: GroupNow,
	sources: ReadonlySet<string>,
): Promise<Receivers> {
	const living = members.filter(
		({ name, verdict }) => verdict === "live" && !sources.has(name),
	);
	const holders = living
		.filter(({ holding }) => holding > 0)
		.slice(0, membersMax);
	const answers = await ask(
		client,
		secret,
		holders.map(
			({ name }): Command => [
				...(["xpending", key, groupKey, "-", "+", rowsEach] as const),
				sentName(name),
			],
		),
	);
	const rereads = new Set(
		holders
			.filter((_, i) =>
				heldRowsOf(answers[i]?.reply).some(
					({ deliveries, idleMs }) =>
						(deliveries ?? 0) > 1 && (idleMs ?? latelyMs) < latelyMs,
				),
			)
			.map(({ name }) => name),
	);
	const rank = (it: MemberNow) =>
		(rereads.has(it.name) ? 0 : 2) + (it.isConnected ? 0 : 1);
	const [best = null] = living.toSorted(
		(a, b) => rank(a) - rank(b) || a.holding - b.holding || a.idleMs - b.idleMs,
	);
	return { best, rereads };
}

export const mustReadAgain = (
	to: string,
	{ rereads }: Receivers,
): readonly Warning[] =>
	rereads.has(to) ? [] : [{ code: "must read again", values: { to } }];
