// What of a list was put aside, and how does it come back? As it lies there, to be served after all that waits.
import { atLeast, exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { opposite } from "../../lists/ends.ts";
import type { Remedy } from "../../lists/layout.ts";
import { apartFrom, drawn, mayNot, moveLines } from "./draw.ts";
import { type ListNow, lengthsOf, type Place } from "./list-now.ts";
import { sidesOf, slicesOf, surveyOf } from "./survey.ts";

type ByHand = Extract<Remedy, { by: "hand" }>;

export async function planRedrive(
	place: Place,
	now: ListNow,
	remedy: ByHand,
	wished: string | null,
): Promise<Plan> {
	const { channel } = place.subscription;
	const from = wished ?? (await fullest(place, remedy)) ?? `${channel}:failed`;
	const { taken, laid, areSeen } = sidesOf(
		...([remedy.takenFrom(), remedy.laidAt(), now.isByRpoplpush] as const),
	);
	const old = opposite(laid);
	const put = opposite(taken);
	const denied =
		apartFrom(place, [from]) ?? (await mayNot(place, [from], [channel]));
	const survey =
		denied === null ? await surveyOf(place.client, from, old) : null;
	const n = survey?.hashes.length ?? 0;
	const isCut = n < (survey?.length ?? 0);
	const messages = (isCut ? atLeast : exactly)(n);
	return drawn(place, now, {
		cleanUp: { action: "redrive", from },
		messages,
		effects:
			n === 0
				? []
				: [
						{
							code: "redrive",
							values: { messages: n, bound: messages.bound, from },
						},
					],
		warnings: [
			...(areSeen || n < 2
				? []
				: [{ code: "ends assumed", values: {} } as const]),
			...(isCut
				? [{ code: "looked at some", values: { looked: n } } as const]
				: []),
		],
		changes: { waiting: n, "put aside": -n },
		seen: {
			moves: [
				{
					...{ from, to: channel, near: old, offset: 0, isFarFirst: false },
					...{ put, length: null, worker: null },
					slices: survey === null ? [] : slicesOf(survey),
				},
			],
			counted: { progress: [], aside: from },
		},
		commands:
			n === 0 ? null : moveLines(place, [{ from, count: n, ends: [old, put] }]),
		refusal:
			denied ??
			survey?.refusal ??
			(n === 0 ? { code: "nothing to do", values: {} } : null),
	});
}

async function fullest(place: Place, remedy: ByHand): Promise<string | null> {
	const lists = remedy.aside();
	const lengths = await lengthsOf(place, lists);
	const most = Math.max(0, ...lengths.map((it) => it ?? 0));
	return most === 0 ? null : (lists[lengths.indexOf(most)] ?? null);
}
