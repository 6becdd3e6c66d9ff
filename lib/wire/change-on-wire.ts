// How does a change of rules, mutes or alerts look on the wire? One that failed says what it was to be about.
import { changeAsked } from "#lib/core/alert/asked/changed.ts";
import { type ChangeWish, type Errand, isOfPeople } from "#lib/core/errand.ts";
import { changeOfPeople } from "#lib/core/people/changed.ts";
import type { ChangeReply } from "./activity.ts";
import { isoOf } from "./on-wire.ts";

const fromLength = 8;
const isoOrNull = (ms: number | null) => (ms === null ? null : isoOf(ms));

const askedFor = (wish: ChangeWish) =>
	isOfPeople(wish)
		? changeOfPeople(wish, { name: null, roles: null })
		: changeAsked(wish);

export function changeOnWire(errand: Errand, wish: ChangeWish): ChangeReply {
	const { alerts, endedMs, state } = errand;
	const change = alerts?.is === "changed" ? alerts.change : askedFor(wish);
	return {
		verb: wish.verb,
		id: errand.id,
		by: errand.by,
		from: errand.session.slice(0, fromLength),
		state: state === "asked" || state === "failed" ? state : "done",
		asked: isoOf(errand.askedMs),
		ended: isoOrNull(endedMs),
		...{ name: change.name, among: change.among, target: change.target },
		until: isoOrNull("untilMs" in wish ? wish.untilMs : null),
		why: "why" in wish && wish.why !== "" ? wish.why : null,
		parts: change.parts.map((part) => ({ ...part })),
		failure: errand.failure,
	};
}
