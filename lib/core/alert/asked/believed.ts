// Could this have been asked about alerts? A row in a store is a command: it is believed only when it could have been.
import { filterCharactersMax } from "../../filter/filter.ts";
import { verdicts } from "../../verdict.ts";
import { muteWhyMax } from "../mute.ts";
import {
	gradedVerdicts,
	measures,
	type Rule,
	ruleBegun,
	ruleGravities,
	ruleNameMax,
	ruleTextMax,
	spanMaxMs,
} from "../rule.ts";
import { type AlertWish, backTestDays } from "./errand.ts";

type Told = Readonly<Record<string, unknown>>;

const toldOf = (it: unknown): Told | null =>
	typeof it === "object" && it !== null ? { ...it } : null;
const isText = (it: unknown, most: number, least = 0): boolean =>
	typeof it === "string" && it.length >= least && it.length <= most;
const isOneOf = (all: readonly unknown[], it: unknown): boolean =>
	all.includes(it);
const isWithin = (it: unknown, most: number): boolean =>
	typeof it === "number" && Number.isFinite(it) && it >= 0 && it <= most;

/** What may name an outlet, a mute, an alert. */
const nameMax = 200;
const isName = (it: unknown): boolean => isText(it, nameMax, 1);

function isCondition(it: unknown): boolean {
	const when = toldOf(it);
	switch (when?.is) {
		case "verdict":
			return isOneOf(gradedVerdicts, when.atLeast);
		case "verdict alone":
			return isOneOf(verdicts, when.verdict);
		case "measure":
			return (
				isOneOf(Object.keys(measures), when.of) &&
				isWithin(when.n, Number.MAX_SAFE_INTEGER)
			);
		case "vanished":
		case "broker silent":
		case "outlet failing":
		case "no room":
			return true;
		default:
			return false;
	}
}

export function isRule(it: unknown): it is Rule {
	const rule = toldOf(it);
	return (
		rule !== null &&
		Object.keys(rule).every((key) => Object.hasOwn(ruleBegun, key)) &&
		isText(rule.name, ruleNameMax, 1) &&
		isCondition(rule.when) &&
		isText(rule.among, filterCharactersMax) &&
		isWithin(rule.forMs, spanMaxMs) &&
		isWithin(rule.calmMs, spanMaxMs) &&
		isOneOf(ruleGravities, rule.gravity) &&
		(rule.tell === null ||
			(Array.isArray(rule.tell) && rule.tell.every(isName))) &&
		(rule.againMs === null || isWithin(rule.againMs, spanMaxMs)) &&
		isText(rule.text, ruleTextMax) &&
		typeof rule.on === "boolean"
	);
}

export function isAlertWish(it: unknown): it is AlertWish {
	const wish = toldOf(it);
	switch (wish?.verb) {
		case "save rule":
			return isRule(wish.rule) && (wish.was === null || isName(wish.was));
		case "remove rule":
			return isName(wish.name);
		case "mute":
			return (
				isText(wish.among, filterCharactersMax) &&
				(wish.untilMs === null ||
					isWithin(wish.untilMs, Number.MAX_SAFE_INTEGER)) &&
				isText(wish.why, muteWhyMax, 1)
			);
		case "end mute":
			return isName(wish.mute);
		case "acknowledge":
			return isName(wish.alert) && isText(wish.why, muteWhyMax);
		case "back-test":
			return isRule(wish.rule) && isOneOf(backTestDays, wish.days);
		case "try outlet":
			return isName(wish.outlet) && (wish.rule === null || isRule(wish.rule));
		default:
			return false;
	}
}
