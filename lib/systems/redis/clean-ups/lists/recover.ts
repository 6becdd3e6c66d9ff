// What did workers leave in their lists, and how does it go back among what waits? As it lies there, in the order in which it was taken.
import { exactly } from "#lib/core/amount.ts";
import type { CleanUp, Served } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import { opposite } from "../../lists/ends.ts";
import type { Remedy } from "../../lists/layout.ts";
import type { LeftBehind } from "../../lists/left-behind.ts";
import { apartFrom, drawn, mayNot } from "./draw.ts";
import { connectedAs, type ListNow, type Place } from "./list-now.ts";
import { commandsOf, type Found, warningsOf } from "./recover-words.ts";
import type { Move } from "./seen.ts";
import {
	messagesMax,
	type Sides,
	type Survey,
	sidesOf,
	slicesOf,
	surveyOf,
} from "./survey.ts";

type Recover = Extract<CleanUp, { action: "recover" }>;
type ByHand = Extract<Remedy, { by: "hand" }>;

const shownMax = 100;

export async function planRecover(
	place: Place,
	now: ListNow,
	remedy: ByHand,
	{ from, served }: Recover,
): Promise<Plan> {
	const { channel } = place.subscription;
	const sides = sidesOf(
		...([remedy.takenFrom(), remedy.laidAt(), now.isByRpoplpush] as const),
	);
	const all = remedy.left(now.atMs).filter(({ count }) => count > 0);
	const isNamed = all.some(({ worker }) => connectedAs(now, channel, worker));
	const meant = all.filter(({ list }) => from === null || from.includes(list));
	const still = meant.filter((it) => whyLeft(it, now, channel) === null);
	// The last to go is the first to be served, where it goes before what waits.
	const order = still.toSorted(
		(a, b) =>
			((a.sinceMs ?? 0) - (b.sinceMs ?? 0)) * (served === "next" ? -1 : 1),
	);
	const denied = await mayNotMove(
		place,
		order.map(({ list }) => list),
	);
	const found = denied === null ? await foundIn(place, order) : [];
	const lists = found.map(({ left }) => left.list);
	const messages = found.reduce((n, it) => n + it.survey.hashes.length, 0);
	const named = from ?? (lists.length > 0 ? lists : null);
	return drawn(place, now, {
		cleanUp: { action: "recover", from: named, served },
		messages: exactly(messages),
		effects:
			messages === 0
				? []
				: [
						{
							code: "recover",
							values: { messages, lists: lists.length, to: channel, served },
						},
					],
		warnings: messages === 0 ? [] : warningsOf(found, sides, isNamed),
		members: found.slice(0, shownMax).map(({ left, survey }) => ({
			...{ name: left.list, holding: survey.hashes.length },
			idleMs: left.sinceMs === null ? null : now.atMs - left.sinceMs,
			isRemoved: false,
		})),
		membersLeftOut: Math.max(0, found.length - shownMax),
		changes: { waiting: messages, "in progress": -messages },
		seen: {
			moves: found.map((it) => moveOf(it, sides, served, channel)),
			counted: { progress: all.map(({ list }) => list), aside: null },
		},
		commands: commandsOf(place, found, sides, served),
		refusal:
			denied ??
			found.find(({ survey }) => survey.refusal !== null)?.survey.refusal ??
			(messages > 0 ? null : nothingIn(meant, from, now, channel)),
	});
}

const mayNotMove = async (
	place: Place,
	lists: readonly string[],
): Promise<Refusal | null> =>
	lists.length === 0
		? null
		: (apartFrom(place, lists) ??
			(await mayNot(place, lists, [place.subscription.channel])));

/** Why it counts as left by nobody; null where it was left. */
function whyLeft(
	{ list, worker, sinceMs, patienceMs }: LeftBehind,
	now: ListNow,
	channel: string,
): Refusal | null {
	if (connectedAs(now, channel, worker))
		return { code: "still connected", values: { name: worker } };
	const seenMs = sinceMs === null ? 0 : Math.max(0, now.atMs - sinceMs);
	return sinceMs !== null && seenMs >= patienceMs
		? null
		: { code: "too early", values: { name: list, seenMs, patienceMs } };
}

function nothingIn(
	meant: readonly LeftBehind[],
	from: readonly string[] | null,
	now: ListNow,
	channel: string,
): Refusal {
	const [why] = meant.flatMap((it) => whyLeft(it, now, channel) ?? []);
	if (why !== undefined) return why;
	return { code: from === null ? "nothing to do" : "gone", values: {} };
}

/** What moved since it was seen last is not left behind. */
async function foundIn(
	place: Place,
	order: readonly LeftBehind[],
): Promise<readonly Found[]> {
	const found: Found[] = [];
	let most = messagesMax;
	for (const left of order) {
		const { list, old, marks } = left;
		const wanted = Math.min(most, marks?.length ?? most);
		if (wanted === 0) break;
		const survey = await surveyOf(place.client, list, old, wanted);
		const hashes = stillThere(left, survey);
		if (survey.refusal === null && hashes.length === 0) continue;
		most -= hashes.length;
		found.push({ left, survey: { ...survey, hashes } });
	}
	return found;
}

function stillThere(
	{ count, ends, old, marks }: LeftBehind,
	{ hashes, length }: Survey,
): readonly string[] {
	if (marks !== null) {
		const at = hashes.findIndex((hash, i) => hash !== marks[i]);
		return at < 0 ? hashes : hashes.slice(0, at);
	}
	const isWhole = hashes.length === length;
	const isSame =
		length === count &&
		hashes[0] === ends[old] &&
		(!isWhole || hashes.at(-1) === ends[opposite(old)]);
	return isSame ? hashes : [];
}

function moveOf(
	{ left, survey }: Found,
	{ taken }: Sides,
	served: Served,
	to: string,
): Move {
	const isWhole = left.marks === null;
	return {
		...{ from: left.list, to, near: left.old, offset: 0 },
		isFarFirst: served === "next",
		put: served === "next" ? taken : opposite(taken),
		length: isWhole ? survey.length : null,
		...{ slices: slicesOf(survey), worker: left.worker },
	};
}
