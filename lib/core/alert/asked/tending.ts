// What keeps somebody from changing a rule, a mute or an alert? Asked by the web before it is written down and by the collector before it is done.
import { parseFilter } from "../../filter/filter.ts";
import type { ProblemDetail } from "../../problem.ts";
import type { Alert } from "../alert.ts";
import { type Mute, muteMaxMs, mutesMax } from "../mute.ts";
import { type KnownRule, type Rule, rulesMax } from "../rule.ts";
import type { AlertWish } from "./errand.ts";
import type { TendFault } from "./tend-faults.ts";

export type Tendable = {
	readonly rules: readonly KnownRule[];
	readonly outlets: readonly string[];
	/** Those that hold. */
	readonly mutes: readonly Mute[];
	/** The one that is spoken of, where one is. */
	readonly alert: Alert | null;
};

type Fault = ProblemDetail | null;

const fault = (
	key: TendFault,
	values: ProblemDetail["values"] = {},
): Fault => ({
	key,
	values,
});

/** Null where nothing does. */
export function tendFaultOf(
	wish: AlertWish,
	known: Tendable,
	nowMs: number,
): Fault {
	switch (wish.verb) {
		case "save rule":
			return saveFault(wish.rule, wish.was, known);
		case "remove rule":
			return removeFault(wish.name, known);
		case "mute":
			return muteFault(wish, known, nowMs);
		case "end mute":
			return known.mutes.some(({ id }) => id === wish.mute)
				? null
				: fault("mute gone");
		case "acknowledge":
			return acknowledgeFault(known.alert);
		case "back-test":
			return filterFault(wish.rule.among);
		case "try outlet":
			return outletFault([wish.outlet], known);
	}
}

function saveFault(rule: Rule, was: string | null, known: Tendable): Fault {
	const { name, among, tell } = rule;
	if (name.trim() === "") return fault("rule name blank");
	const before = ruleIn(known, was ?? name);
	if (was !== null && before === null) return fault("rule gone", { name: was });
	const taken = ruleIn(known, name);
	for (const it of [before, taken])
		if (it?.from === "file") return fault("rule in file", { name: it.name });
	if (was !== null && was !== name && before?.from === "usual")
		return fault("usual rule stays", { name: was });
	if (was !== name && taken?.from === "screen")
		return fault("rule name taken", { name });
	if (before === null && taken === null && known.rules.length >= rulesMax)
		return fault("rules too many", { most: rulesMax });
	return filterFault(among) ?? outletFault(tell ?? [], known);
}

function removeFault(name: string, known: Tendable): Fault {
	switch (ruleIn(known, name)?.from) {
		case "screen":
			return null;
		case "file":
			return fault("rule in file", { name });
		case "usual":
			return fault("usual rule stays", { name });
		default:
			return fault("rule gone", { name });
	}
}

const dayMs = 24 * 3_600_000;

function muteFault(
	wish: Pick<Mute, "among" | "untilMs" | "why">,
	{ mutes }: Tendable,
	nowMs: number,
): Fault {
	const { untilMs } = wish;
	if (wish.why.trim() === "") return fault("mute without reason");
	if (untilMs !== null && untilMs <= nowMs) return fault("mute over");
	if (untilMs !== null && untilMs - nowMs > muteMaxMs)
		return fault("mute too long", { days: muteMaxMs / dayMs });
	if (mutes.length >= mutesMax)
		return fault("mutes too many", { most: mutesMax });
	return filterFault(wish.among);
}

function acknowledgeFault(alert: Alert | null): Fault {
	if (alert?.state !== "firing") return fault("alert over");
	return alert.acknowledged === null
		? null
		: fault("acknowledged already", { by: alert.acknowledged.by });
}

function filterFault(among: string): Fault {
	const parsed = parseFilter(among);
	if ("filter" in parsed) return null;
	const [{ key, values, at, length }] = parsed.mistakes;
	return { key, values: { ...values, at, length } };
}

function outletFault(tell: readonly string[], known: Tendable): Fault {
	const unknown = tell.find((name) => !known.outlets.includes(name));
	return unknown === undefined
		? null
		: fault("outlet unknown", { outlet: unknown });
}

export const ruleIn = (
	{ rules }: Pick<Tendable, "rules">,
	name: string,
): KnownRule | null => rules.find((rule) => rule.name === name) ?? null;
