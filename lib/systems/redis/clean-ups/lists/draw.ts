// How does a plan for a list look? What every one of them has, and what each has to say of itself.
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import {
	type FigureCode,
	figureCodes,
	type Refusal,
} from "#lib/core/clean-up/remark.ts";
import { type Counts, figuresOf } from "../../../figures.ts";
import { ask } from "../../connection/ask.ts";
import { sentName } from "../../connection/name.ts";
import { textOf } from "../../streams/replies.ts";
import { slotOf } from "../../topology/slot.ts";
import { linesOf } from "../lines.ts";
import { refusedIn } from "../refusals.ts";
import { countsOf, type ListNow, type Place } from "./list-now.ts";
import { run } from "./scripts.ts";
import type { Seen } from "./seen.ts";

type Own = Pick<Plan, "cleanUp" | "effects" | "refusal"> &
	Partial<
		Pick<
			Plan,
			| "warnings"
			| "messages"
			| "members"
			| "membersLeftOut"
			| "undo"
			| "commands"
		>
	> & {
		readonly seen?: Partial<Seen>;
		/** How much more of each there will be, or less. */
		readonly changes?: Changes;
	};

type Changes = Readonly<Partial<Record<FigureCode, number>>>;

export async function drawn(
	place: Place,
	now: ListNow,
	own: Own,
): Promise<Plan> {
	const { changes = {}, seen: alsoSeen, ...said } = own;
	const seen: Seen = {
		...{ runId: now.runId, atMs: now.atMs, moves: [], back: null },
		...{ counted: { progress: [], aside: null }, ...alsoSeen },
	};
	const counts = await countsOf(place, seen);
	return {
		...{ seenMs: Date.now(), warnings: [], messages: exactly(0) },
		...{ choices: [], members: [], membersLeftOut: 0, membersRemoved: 0 },
		...{ moves: [], movesLeftOut: 0, pace: null, typed: null },
		...{ risk: "moves messages", undo: "until taken", commands: null },
		...{ ...said, seen },
		figures: figuresOf(counts, then(counts, changes)),
	};
}

const then = (counts: Counts, changes: Changes): Counts =>
	Object.fromEntries(
		figureCodes.flatMap((code) => {
			const before = counts[code];
			if (!before) return [];
			return [[code, exactly(Math.max(0, before.n + (changes[code] ?? 0)))]];
		}),
	);

const nobody = "tidemark asks whether it may, and no message says so";

/** What is taken out is asked for in a form that changes nothing; a server looks at rights before it looks at the list. */
export async function mayNot(
	{ client, secret }: Place,
	from: readonly string[],
	to: readonly string[],
): Promise<Refusal | null> {
	const answers = await ask(client, secret, [
		["eval", "return 1", 0],
		...from.map((it) => ["lrem", sentName(it), 1, nobody] as const),
	]);
	const refusal = refusedIn(answers, /^WRONGTYPE/, secret);
	if (refusal !== null) return refusal;
	for (const it of to) {
		const reply = await run(client, "may", [sentName(it)], ["LPUSH", "RPUSH"]);
		const command = textOf(reply);
		const detail = `NOPERM this user has no permissions to run the '${command}' command`;
		if (command !== "") return { code: "broker forbids", values: { detail } };
	}
	return null;
}

/** In a cluster one script reaches one node. */
export function apartFrom(
	{ subscription, isCluster, key }: Place,
	lists: readonly string[],
): Refusal | null {
	const isApart = (it: string) =>
		it === subscription.channel ||
		(isCluster && slotOf(sentName(it)) !== slotOf(key));
	const detail = "CROSSSLOT Keys in request don't hash to the same slot";
	return lists.some(isApart)
		? { code: "copy refused", values: { detail } }
		: null;
}

/** So often the same command, since each takes one message. */
export const moveLines = (
	place: Place,
	times: readonly {
		readonly from: string;
		readonly count: number;
		readonly ends: readonly [string, string];
	}[],
) =>
	linesOf(
		place,
		times.map(({ from, count, ends }) => [
			...["-r", count, "LMOVE", from, place.subscription.channel],
			...ends.map((it) => it.toUpperCase()),
		]),
	);
