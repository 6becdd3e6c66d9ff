// What does the record tell of a change of rules, mutes and alerts? From what to what, so that a line can be read alone.
import type { RecordEntry } from "../../record.ts";
import type { ChangingWish } from "./errand.ts";
import { ruleIn, type Tendable } from "./tending.ts";

type Step = Pick<RecordEntry, "atMs" | "errand" | "by">;

export function lineOf(
	wish: ChangingWish,
	known: Tendable,
	step: Step,
): RecordEntry {
	switch (wish.verb) {
		case "save rule": {
			const { rule: after, was } = wish;
			const before = ruleIn(known, was ?? after.name);
			return { ...step, event: "rule saved", told: { before, after } };
		}
		case "remove rule": {
			const before = ruleIn(known, wish.name);
			return { ...step, event: "rule removed", told: { before } };
		}
		case "mute": {
			const { among, untilMs, why } = wish;
			const told = { mute: step.errand, among, untilMs, why };
			return { ...step, event: "muted", told };
		}
		case "end mute": {
			const mute = known.mutes.find(({ id }) => id === wish.mute);
			const { among, untilMs, why, by, atMs } = mute ?? {};
			const was = { among, untilMs, why, by, atMs };
			return { ...step, event: "mute ended", told: { mute: wish.mute, was } };
		}
		case "acknowledge": {
			const { rule, target, firedMs } = known.alert ?? {};
			const { alert, why } = wish;
			const told = { alert, rule, target, firedMs, why };
			return { ...step, event: "acknowledged", told };
		}
	}
}
