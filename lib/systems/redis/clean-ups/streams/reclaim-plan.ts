// What would it do to settle what absent members hold, and then to take them away?
import { type Amount, atLeast, atMost, exactly } from "#lib/core/amount.ts";
import type { Fate, Reclaim } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { sentName } from "../../connection/name.ts";
import { choicesOf, fittingFate } from "./choices.ts";
import {
	type GroupNow,
	lengthOf,
	type MemberNow,
	type Place,
} from "./group-now.ts";
import { type HeldLook, heldRows } from "./held-rows.ts";
import { receiversIn } from "./receiver.ts";
import { type Drawn, planFrom } from "./reclaim-words.ts";
import { mayNot, type Right } from "./rights.ts";
import type { SeenMember } from "./seen.ts";

export async function planReclaim(
	place: Place,
	now: GroupNow,
	wish: Reclaim,
): Promise<Plan> {
	const members = sourcesOf(now, wish);
	const names = new Set(members.map(({ name }) => name));
	const holders = members.filter(({ holding }) => holding > 0);
	const look = await heldRows(place, now, holders);
	const taken = takenFrom(wish, now, look, holders);
	const receivers = await receiversIn(place, now, names);
	const sources = { members: holders, messages: taken.messages.n };
	const choices =
		taken.messages.n === 0
			? []
			: choicesOf(place, now, wish, sources, receivers);
	const fate =
		choices.length === 0
			? null
			: (wish.fate ?? fittingFate(choices, now, receivers));
	const choice = choices.find((it) => it.fate === fate) ?? null;
	const seenMembers = members.map(
		(member): SeenMember => ({
			name: member.name,
			holding: member.holding,
			idleMs: member.idleMs,
			to: taken.to(member),
			isRemoved: wish.remove && taken.isAll(member),
			isAbsent: member.verdict !== "live",
		}),
	);
	const drawn: Drawn = {
		...{ place, now, look, members, seenMembers, choices, choice },
		cleanUp: { ...wish, fate, to: choice?.to ?? null },
		messages: taken.messages,
		rows: taken.rows,
		...{ sources: names, aside: await asideLength(place, fate, choice?.to) },
	};
	const refusal =
		nothingToDo(wish, now, drawn) ??
		choice?.refusal ??
		(await mayNot(...rightsFor(drawn)));
	return planFrom(drawn, refusal);
}

const asideLength = async (
	place: Place,
	fate: Fate | null,
	to: string | null | undefined,
) => (fate === "dead-letter" && to ? lengthOf(place, to) : null);

function sourcesOf({ members }: GroupNow, wish: Reclaim): readonly MemberNow[] {
	const { members: names, stuck } = wish;
	const chosen = names === null ? null : new Set(names);
	return members.filter(({ name, verdict }) =>
		chosen === null
			? verdict === "dead" || (stuck && verdict === "stuck")
			: chosen.has(name),
	);
}

/** What is taken is all of it, or what was looked at and meets the conditions. */
function takenFrom(
	{ idleMinMs, deliveriesMin }: Reclaim,
	{ held }: GroupNow,
	{ rows, gone, isCut }: HeldLook,
	holders: readonly MemberNow[],
) {
	const isNarrow = idleMinMs > 0 || deliveriesMin > 1;
	const fits = rows.filter(
		({ id, idleMs, deliveries }) =>
			gone.has(id) ||
			((idleMs ?? 0) >= idleMinMs && (deliveries ?? 0) >= deliveriesMin),
	);
	const total = holders.reduce((sum, { holding }) => sum + holding, 0);
	const lookedOf = Map.groupBy(rows, ({ member }) => member);
	const fitsOf = Map.groupBy(fits, ({ member }) => member);
	const taken = fits.filter(({ id }) => !gone.has(id));
	const messages: Amount =
		isNarrow || !isCut
			? (isCut ? atLeast : exactly)(taken.length)
			: (gone.size === 0 ? exactly : atMost)(total - gone.size);
	return {
		...{ messages, rows: taken },
		to: ({ name, holding }: MemberNow): string | null => {
			if (holding === 0) return null;
			if (!isNarrow) return held?.last ?? null;
			return lookedOf.get(name)?.at(-1)?.id ?? null;
		},
		isAll: ({ name, holding }: MemberNow): boolean =>
			!isNarrow || holding === (fitsOf.get(name)?.length ?? 0),
	};
}

function nothingToDo(
	{ members: chosen }: Reclaim,
	now: GroupNow,
	{ messages, seenMembers, look }: Drawn,
): Refusal | null {
	const isSomething =
		messages.n > 0 ||
		look.gone.size > 0 ||
		seenMembers.some(({ isRemoved }) => isRemoved);
	if (isSomething) return null;
	const isGone =
		chosen !== null && !now.members.some(({ name }) => chosen.includes(name));
	if (isGone) return { code: "gone", values: {} };
	const looked = look.rows.length;
	if (look.isCut) return { code: "none found", values: { looked } };
	const unsure = now.members.filter(({ verdict }) => verdict === "unknown");
	return chosen === null && unsure.length > 0
		? { code: "nobody judged", values: { members: unsure.length } }
		: { code: "nothing to do", values: {} };
}

function rightsFor({
	place,
	look,
	choice,
	seenMembers,
}: Drawn): [Place, readonly Right[], string | Buffer] {
	const fate = choice?.fate ?? null;
	const copies =
		fate === "dead-letter" ? sentName(choice?.to ?? "") : place.key;
	const rights: Right[] = [];
	if (fate === "hand over") rights.push("claim");
	if ((fate !== null && fate !== "hand over") || look.gone.size > 0)
		rights.push("acknowledge");
	if (fate === "re-enqueue" || fate === "dead-letter") rights.push("copy");
	if (seenMembers.some(({ isRemoved }) => isRemoved)) rights.push("remove");
	return [place, rights, copies];
}
