// What could become of messages that absent members hold, what does each choice bring with it, and which one fits?
import {
	type Fate,
	fates,
	type Reclaim,
	type Risk,
} from "#lib/core/clean-up/clean-up.ts";
import type { Choice } from "#lib/core/clean-up/plan.ts";
import type { Refusal, Warning } from "#lib/core/clean-up/remark.ts";
import { sentName } from "../../connection/name.ts";
import { slotOf } from "../../topology/slot.ts";
import type { GroupNow, MemberNow, Place } from "./group-now.ts";
import { mustReadAgain, type Receivers } from "./receiver.ts";

export type Sources = {
	readonly members: readonly MemberNow[];
	readonly messages: number;
};

const remark = <Code extends string>(
	code: Code,
	values: Readonly<Record<string, string | number | null>> = {},
) => ({ code, values });

const risks: Readonly<Record<Fate, Risk>> = {
	"hand over": "moves messages",
	"re-enqueue": "moves messages",
	"dead-letter": "moves messages",
	acknowledge: "loses messages",
};

export function choicesOf(
	place: Place,
	now: GroupNow,
	wish: Reclaim,
	sources: Sources,
	receivers: Receivers,
): readonly Choice[] {
	const done = doneTwice(sources);
	const choice = (
		fate: Fate,
		to: string | null,
		warnings: readonly Warning[],
		refusal: Refusal | null = null,
		candidates: readonly string[] = [],
	): Choice => ({
		...{ fate, to, candidates, risk: risks[fate], warnings, refusal },
	});

	function choiceOf(fate: Fate): Choice {
		const wished = wish.fate === fate ? wish.to : null;
		switch (fate) {
			case "hand over": {
				const to = wished ?? receivers.best?.name ?? null;
				const again = to === null ? [] : mustReadAgain(to, receivers);
				const refusal = refusalOf(to, now, sources);
				const others = candidatesIn(now, sources);
				return choice(fate, to, [...done, ...again], refusal, others);
			}
			case "re-enqueue": {
				const groups = now.groups.length - 1;
				const seen = remark("others see copies" as const, { groups });
				const last = remark("order lost" as const);
				return choice(fate, null, [
					...done,
					last,
					...(groups > 0 ? [seen] : []),
				]);
			}
			case "dead-letter": {
				const to = wished ?? asideOf(place);
				const waits = remark("waits for somebody" as const, { to });
				return choice(fate, to, [waits], copyRefusal(place, to));
			}
			case "acknowledge": {
				const { messages } = sources;
				return choice(fate, null, [remark("never processed", { messages })]);
			}
		}
	}

	return fates.map(choiceOf);
}

const candidatesMax = 100;

/** Who is alive, and after them whoever may be. */
function candidatesIn({ members }: GroupNow, sources: Sources) {
	const taken = new Set(sources.members.map(({ name }) => name));
	const of = (verdict: MemberNow["verdict"]) =>
		members
			.filter((it) => it.verdict === verdict && !taken.has(it.name))
			.map(({ name }) => name)
			.toSorted();
	return [...of("live"), ...of("unknown")].slice(0, candidatesMax);
}

/** Nothing that nobody reads again, and nothing that others would see, unless there is no other way. */
export function fittingFate(
	choices: readonly Choice[],
	now: GroupNow,
	receivers: Receivers,
): Fate {
	const isHad = (fate: Fate) =>
		choices.some((it) => it.fate === fate && it.refusal === null);
	if (receivers.best !== null && receivers.rereads.has(receivers.best.name))
		return "hand over";
	if (now.groups.length === 1) return "re-enqueue";
	return isHad("hand over") ? "hand over" : "dead-letter";
}

function doneTwice({ members, messages }: Sources): readonly Warning[] {
	const slow = members.filter(({ verdict }) => verdict !== "dead");
	const twice = slow.reduce((sum, { holding }) => sum + holding, 0);
	const rest = messages - twice;
	const values = { messages: Math.min(twice, messages), members: slow.length };
	return [
		...(twice > 0 ? [remark("may run twice" as const, values)] : []),
		...(rest > 0
			? [remark("may be done already" as const, { messages: rest })]
			: []),
	];
}

function refusalOf(
	name: string | null,
	{ members }: GroupNow,
	sources: Sources,
): Refusal | null {
	if (name === null) return remark("nobody to take it");
	const found = members.find((it) => it.name === name);
	const isSource = sources.members.some((it) => it.name === name);
	const isThere = found?.verdict === "live" || found?.verdict === "unknown";
	return isThere && !isSource ? null : remark("receiver unknown", { name });
}

/** Where this console puts things aside: beside the stream, and on the same node of a cluster. */
export function asideOf({ subscription, isCluster, key }: Place): string {
	const plain = `${subscription.channel}:dead`;
	const isNear = slotOf(sentName(plain)) === slotOf(key);
	return isNear || !isCluster ? plain : `{${subscription.channel}}:dead`;
}

/** In a cluster one script reaches one node; elsewhere nothing but the stream itself is out of place. */
export function copyRefusal(place: Place, stream: string): Refusal | null {
	const { subscription, isCluster, key } = place;
	if (stream === subscription.channel)
		return remark("copy refused", { detail: stream });
	const isNear = slotOf(sentName(stream)) === slotOf(key);
	const detail = "CROSSSLOT Keys in request don't hash to the same slot";
	return isNear || !isCluster ? null : remark("copy refused", { detail });
}
