// What will a reclaim do, one after another? With numbers, and with what the person needs to recognise the messages.
import { atLeast, exactly } from "#lib/core/amount.ts";
import type { Effect } from "#lib/core/clean-up/remark.ts";
import type { HeldRow } from "../../looks/replies.ts";
import { compareIds } from "../../streams/entry-id.ts";
import type { GroupNow } from "./group-now.ts";
import type { Drawn } from "./reclaim-words.ts";
import type { SeenMember } from "./seen.ts";

export function effectsOf(
	{ messages, choice, rows, look, now, seenMembers }: Drawn,
	removed: readonly SeenMember[],
): readonly Effect[] {
	const effects: Effect[] = [];
	const { n, bound } = messages;
	const members = new Set(
		look.isCut
			? seenMembers.flatMap(({ name, to }) => (to === null ? [] : name))
			: rows.map(({ member }) => member),
	).size;
	if (choice !== null) {
		const { fate, to } = choice;
		const values = { messages: n, bound, members };
		const isNamed = fate === "hand over" || fate === "dead-letter";
		effects.push({ code: fate, values: isNamed ? { ...values, to } : values });
		effects.push({ code: "which messages", values: whichOf(rows, now) });
	}
	if (look.gone.size > 0) {
		const cleared = look.isCut ? atLeast : exactly;
		const { n, bound } = cleared(look.gone.size);
		const owners = new Set(
			look.rows.filter(({ id }) => look.gone.has(id)).map((it) => it.member),
		).size;
		const values = { messages: n, bound, members: owners };
		effects.push({ code: "clear", values });
	}
	if (removed.length > 0) {
		const idleMinMs = Math.min(...removed.map(({ idleMs }) => idleMs));
		const values = { members: removed.length, idleMinMs };
		effects.push({ code: "remove", values });
	}
	return effects;
}

/** The oldest is the one that was delivered longest ago. */
export function whichOf(rows: readonly HeldRow[], { held }: GroupNow) {
	const sorted = rows.map(({ id }) => id).toSorted(compareIds);
	let oldestMs = 0;
	let [fewest, most] = [Number.POSITIVE_INFINITY, 0];
	for (const { idleMs, deliveries } of rows) {
		oldestMs = Math.max(oldestMs, idleMs ?? 0);
		fewest = Math.min(fewest, deliveries ?? fewest);
		most = Math.max(most, deliveries ?? most);
	}
	return {
		first: sorted[0] ?? held?.first ?? null,
		last: sorted.at(-1) ?? held?.last ?? null,
		oldestMs,
		deliveriesMin: Number.isFinite(fewest) ? fewest : null,
		deliveriesMax: most === 0 ? null : most,
	};
}
