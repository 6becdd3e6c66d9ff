// How is what an alert is about, and what a rule watches for, told in the reader's words?
import { amongBroker, amongOf } from "#lib/core/alert/among.ts";
import {
	type Condition,
	type Measure,
	measures,
} from "#lib/core/alert/rule.ts";
import { brief } from "#lib/say/name.ts";
import { capital, reasonSentence } from "#lib/say/sentence.ts";
import type { Words } from "#lib/say/words/words.ts";
import type { AlertReply, AlertTargetReply } from "#lib/wire/alerts.ts";

/** In one line of text, for titles and those who listen. */
export function targetSaid(
	{ alerts }: Words,
	target: AlertTargetReply,
): string {
	switch (target.is) {
		case "subscription":
			return [target.channel, target.group]
				.filter((name) => name !== null)
				.map((name) => brief(name, 80))
				.join(" → ");
		case "broker":
			return brief(target.broker, 80);
		case "outlet":
			return alerts.outlet(brief(target.outlet, 80));
		case "store":
			return alerts.store;
	}
}

/** Those of the same thing stand on one line of a picture. */
export const targetKey = (target: AlertTargetReply): string => {
	if (target.is === "subscription") return target.id;
	if (target.is === "broker") return `broker ${target.broker}`;
	return target.is === "outlet" ? `outlet ${target.outlet}` : "store";
};

/** The filter that means it; null for what no filter names: an outlet, the store. */
export function amongTarget(target: AlertTargetReply): string | null {
	if (target.is === "subscription") return amongOf(target);
	return target.is === "broker" ? amongBroker(target.broker) : null;
}

export function targetHref(target: AlertTargetReply): string | null {
	if (target.is === "subscription")
		return `/subscriptions/${encodeURIComponent(target.id)}`;
	return target.is === "broker"
		? `/brokers/${encodeURIComponent(target.broker)}`
		: null;
}

export function conditionSaid(words: Words, when: Condition): string {
	const { conditions } = words.rules;
	switch (when.is) {
		case "verdict":
			return conditions.atLeast(when.atLeast);
		case "verdict alone":
			return conditions.alone(when.verdict);
		case "measure":
			return conditions.measured(when.of, measuredSaid(words, when.of, when.n));
		default:
			return conditions.others[when.is];
	}
}

/** A number of what a rule measures: a count, or a time. */
export const measuredSaid = (
	{ numbers }: Words,
	of: Measure,
	n: number,
): string =>
	measures[of].counts === "seconds" ? numbers.precisely(n) : numbers.count(n);

/** Why it fires: what the rule measured, and what the verdict rests on. */
export function evidenceSaid(
	words: Words,
	{ target, last }: AlertReply,
	when: Condition | null,
): string {
	const { alerts } = words;
	if (when?.is === "vanished") return alerts.vanished;
	if (target.is !== "subscription") return alerts.evidence[target.is];
	const measured =
		when?.is === "measure" && last.n !== null
			? `${conditionSaid(words, when)}: ${measuredSaid(words, when.of, last.n)}`
			: null;
	const reason = last.reason && reasonSentence(words, last.reason);
	const parts = [measured, reason].filter((part) => part !== null);
	return capital(parts.join("; "));
}
