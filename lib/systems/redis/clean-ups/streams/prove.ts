// What became of it since? The same counts again, who came back, and whether anybody took up what was left.
import {
	type Afterwards,
	type Before,
	type HeldBefore,
	heldIn,
} from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { figuresSince } from "../../../figures.ts";
import type { Proof } from "../../../system.ts";
import { ask, type Command } from "../../connection/ask.ts";
import { heldRowsOf } from "../../looks/replies.ts";
import { compareIds } from "../../streams/entry-id.ts";
import { shownBy } from "./apply.ts";
import { type GroupNow, groupNow, type Place } from "./group-now.ts";
import { type Seen, seenIn } from "./seen.ts";

const namesMax = 20;
const rowsMax = 1_000;

type Said = Omit<Afterwards, "atMs">;

export async function prove(
	place: Place,
	plan: Plan,
	before: readonly Before[],
): Promise<Proof> {
	const seen = seenIn(plan);
	const held = heldIn(before);
	const figures = figuresSince(plan, await shownBy(place, plan, seen));
	if (plan.cleanUp.action === "destroy") return { figures, afterwards: [] };
	const now = await groupNow(place);
	const said: Said[] = [
		...backIn(now, seen),
		...copiesIn(now, plan, held),
		...(await doneIn(place, plan, seen, held)),
		...lagIn(now, plan),
	];
	const atMs = Date.now();
	const all = said.length > 0 ? said : [asLeft];
	return { figures, afterwards: all.map((it) => ({ ...it, atMs })) };
}

const asLeft: Said = { code: "as left", values: {} };

function backIn({ members }: GroupNow, seen: Seen | null): readonly Said[] {
	const here = new Set(members.map(({ name }) => name));
	return (seen?.members ?? [])
		.filter(({ name, isRemoved }) => isRemoved && here.has(name))
		.slice(0, namesMax)
		.map(({ name }) => ({ code: "member came back", values: { name } }));
}

function copiesIn(
	{ group }: GroupNow,
	{ cleanUp }: Plan,
	before: readonly HeldBefore[],
): readonly Said[] {
	const isHere =
		cleanUp.action === "redrive" ||
		(cleanUp.action === "reclaim" && cleanUp.fate === "re-enqueue");
	if (!isHere || before.length === 0) return [];
	const read = before.filter(
		({ copy }) => copy !== null && compareIds(copy, group.position) <= 0,
	).length;
	return [{ code: "copies read", values: { read, messages: before.length } }];
}

/** Of the first of them, one by one. */
async function doneIn(
	{ client, secret, key, groupKey }: Place,
	{ cleanUp }: Plan,
	seen: Seen | null,
	before: readonly HeldBefore[],
): Promise<readonly Said[]> {
	const isHanded = cleanUp.action === "reclaim" && cleanUp.fate === "hand over";
	if (!isHanded || before.length === 0) return [];
	const some = before.slice(0, rowsMax);
	const answers = await ask(
		client,
		secret,
		some.map(({ id }): Command => ["xpendingBuffer", key, groupKey, id, id, 1]),
	);
	const held = answers.filter(({ reply }) =>
		heldRowsOf(reply).some(({ member }) => member === seen?.to),
	).length;
	const values = { acknowledged: some.length - held, messages: some.length };
	return [{ code: "handed over was done", values }];
}

function lagIn({ group }: GroupNow, { cleanUp }: Plan): readonly Said[] {
	if (cleanUp.action !== "count" || group.lag === null) return [];
	return [{ code: "lag knowable", values: { messages: group.lag } }];
}
