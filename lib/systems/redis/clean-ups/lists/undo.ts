// What of messages that went from list to list can go back, and how? Those that nobody has taken since, to the end they came from.
import { exactly } from "#lib/core/amount.ts";
import {
	type Before,
	type HeldBefore,
	heldIn,
} from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Course, Undone } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { opposite } from "../../lists/ends.ts";
import { drawn, mayNot } from "./draw.ts";
import { type Block, findBlock } from "./find-block.ts";
import type { ListNow, Place } from "./list-now.ts";
import { moveAll } from "./move.ts";
import { type Move, type Seen, seenIn } from "./seen.ts";
import { slicesOf, surveyOf } from "./survey.ts";

/** So many others may have come since to the end where they were put. */
const othersMax = 10_000;
const againMax = 20;
const lookForMs = 30_000;

export type Back = NonNullable<Seen["back"]>;

/** Null where it is nothing that went from list to list. */
export function backOf(plan: Plan): Back | null {
	const moves = seenIn(plan)?.moves ?? [];
	const [first] = moves;
	if (first === undefined) return null;
	const lists = Object.fromEntries(
		moves.map(({ from, near, slices }) => [
			from,
			{ old: near, count: slices.reduce((n, it) => n + it.count, 0) },
		]),
	);
	return { put: first.put, isFarFirst: first.isFarFirst, lists };
}

export async function planUndo(
	place: Place,
	now: ListNow,
	errand: string,
	undone: Undone | null,
): Promise<Plan> {
	const back = undone === null ? null : backOf(undone.plan);
	const was = undone === null ? null : seenIn(undone.plan);
	const rows = outermostFirst(undone?.before ?? []);
	const lists = [...new Set(rows.map(({ owner }) => owner))];
	const denied = await mayNot(place, [place.subscription.channel], lists);
	const found =
		back === null || denied !== null
			? null
			: await stillThere(place, rows, back);
	const n = found?.count ?? 0;
	const aside = was?.counted.aside ?? null;
	const taken = rows.length - n;
	return drawn(place, now, {
		cleanUp: { action: "undo", errand },
		...{ undo: "impossible", messages: exactly(n) },
		effects: [
			{ code: "give back", values: { messages: n, members: lists.length } },
		],
		changes: {
			waiting: -n,
			[aside === null ? "in progress" : "put aside"]: n,
		},
		seen: {
			back,
			counted: { progress: aside === null ? lists : [], aside },
		},
		refusal:
			denied ??
			(n > 0
				? null
				: rows.length === 0
					? { code: "nothing to do", values: {} }
					: { code: "taken since", values: { messages: taken } }),
	});
}

/** The last that went lies outermost. */
const outermostFirst = (before: readonly Before[]): readonly HeldBefore[] =>
	heldIn(before).toReversed();

type There = Block & { readonly bytesEach: number };

export async function stillThere(
	{ client, subscription }: Place,
	rows: readonly HeldBefore[],
	{ put }: Pick<Back, "put">,
	forMs?: number,
): Promise<There | null> {
	const { hashes, length, bytes } = await surveyOf(
		...([client, subscription.channel, put] as const),
		rows.length + othersMax,
		...(forMs === undefined ? [] : [performance.now() + forMs]),
	);
	const sought = rows.map(({ id }) => id);
	const block = findBlock(sought, hashes, hashes.length === length);
	const bytesEach = hashes.length === 0 ? 0 : bytes / hashes.length;
	return block && { ...block, bytesEach };
}

type Run = { readonly rows: readonly HeldBefore[]; readonly move: Move };

/** To each list what came from it. */
function runsOf(
	place: Place,
	rows: readonly HeldBefore[],
	{ offset, bytesEach }: There,
	back: Back,
	partly: ReadonlySet<string>,
): readonly Run[] {
	const byOwner: HeldBefore[][] = [];
	for (const row of rows) {
		const run = byOwner.at(-1);
		if (run?.[0]?.owner === row.owner) run.push(row);
		else byOwner.push([row]);
	}
	let nearer = offset;
	const runs = byOwner.map((some): Run => {
		const at = nearer;
		nearer += back.isFarFirst ? some.length : 0;
		const to = some[0]?.owner ?? "";
		const old = back.lists[to]?.old ?? "right";
		const hashes = some.map(({ id }) => id);
		// Where the older ones never left they come before these, which then go to the other end.
		const isBehind = back.isFarFirst && partly.has(to);
		const move: Move = {
			...{ from: place.subscription.channel, to, near: back.put, offset: at },
			isFarFirst: back.isFarFirst && !isBehind,
			put: isBehind ? opposite(old) : old,
			...{ length: null, worker: null },
			slices: slicesOf({ hashes, bytes: bytesEach * hashes.length }),
		};
		return { rows: some, move };
	});
	return back.isFarFirst ? runs.toReversed() : runs;
}

/** Lists of which not all went that was meant to. */
function partlyLeft(rows: readonly HeldBefore[], { lists }: Back) {
	const gone = new Map<string, number>();
	for (const { owner } of rows) gone.set(owner, (gone.get(owner) ?? 0) + 1);
	return new Set(
		[...gone].flatMap(([owner, n]) =>
			n < (lists[owner]?.count ?? 0) ? [owner] : [],
		),
	);
}

/** While others come and go they move within the list: they are looked for anew. */
export async function applyUndo(
	place: Place,
	back: Back,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	const all = outermostFirst(course.before);
	const partly = partlyLeft(all, back);
	const done = new Set<HeldBefore>();
	let rows = all;
	for (let again = 0; again < againMax && rows.length > 0; again++) {
		const found = await stillThere(place, rows, back, lookForMs);
		if (found === null) break;
		rows = rows.slice(found.from, found.from + found.count);
		for (const run of runsOf(place, rows, found, back, partly)) {
			const before = tally.messages;
			const isWhole = await moveAll(place, [run.move], course, tally, false);
			const gone = tally.messages - before;
			const went = run.move.isFarFirst
				? run.rows.slice(run.rows.length - gone)
				: run.rows.slice(0, gone);
			for (const row of went) done.add(row);
			if (gone > 0) again = 0;
			if (isWhole) continue;
			if (tally.refusals.at(-1)?.code !== "changed since") return;
			tally.refusals.pop();
			break;
		}
		rows = rows.filter((row) => !done.has(row));
	}
	const messages = all.length - tally.messages;
	if (messages > 0) refuse(tally, "taken since", { messages });
}
