// May this rule, mute or alert be changed by whoever asks? Then it is, with a line of the record that says from what to what.
import { mayAcknowledge, mayAsk } from "#lib/access/asking.ts";
import { type Person, personOf } from "#lib/access/sessions.ts";
import { storeFor } from "#lib/access/view.ts";
import { changeOf } from "#lib/core/alert/asked/changed.ts";
import type {
	AlertAnswer,
	ChangingWish,
} from "#lib/core/alert/asked/errand.ts";
import { lineOf } from "#lib/core/alert/asked/recorded.ts";
import {
	ruleIn,
	type Tendable,
	tendFaultOf,
} from "#lib/core/alert/asked/tending.ts";
import { canonical } from "#lib/core/canonical.ts";
import type { Errand } from "#lib/core/errand.ts";
import type { AccessRules } from "#lib/core/people/access.ts";
import { Problem } from "#lib/core/problem.ts";
import type { Store } from "#lib/store/store.ts";
import { tendableIn } from "#lib/store/tendable.ts";

type TendParts = {
	readonly store: Store;
	readonly access: AccessRules;
	now(): number;
};

type Asked = {
	readonly wish: ChangingWish;
	readonly errand: Errand;
	readonly known: Tendable;
	readonly person: Person;
	readonly nowMs: number;
};

export const tendOf =
	({ store, access, now }: TendParts) =>
	async (wish: ChangingWish, errand: Errand): Promise<AlertAnswer> => {
		const nowMs = now();
		const person = await personOf(store, errand.session, access, nowMs);
		if (!person || !mayAsk(person.rights, wish))
			throw new Problem("forbidden", "not allowed");
		const seen = storeFor(store, person);
		const known = await tendableIn(seen.alerts, wish);
		if (known.alert && !mayAcknowledge(person.rights, known.alert.target))
			throw new Problem("forbidden", "not allowed");
		const asked = { wish, errand, known, person, nowMs };
		if (!isDone(asked)) {
			const fault = tendFaultOf(wish, known, nowMs);
			if (fault) throw new Problem("refused", fault.key, fault.values);
			if (!(await change(store, asked)))
				throw new Problem("stale", "changed meanwhile");
		}
		return {
			...{ is: "changed", id: nameOf(asked) },
			change: changeOf(wish, known),
		};
	};

/** Asked again, because the answer could not be written down, or twice by the same person: nothing is done twice. */
function isDone({ wish, errand, known, person }: Asked): boolean {
	switch (wish.verb) {
		case "save rule": {
			const { from, ...rule } = ruleIn(known, wish.rule.name) ?? { from: null };
			return from === "screen" && canonical(rule) === canonical(wish.rule);
		}
		case "mute":
			return known.mutes.some(({ id }) => id === errand.id);
		case "acknowledge": {
			const { acknowledged = null } = known.alert ?? {};
			return acknowledged?.by === person.name && acknowledged.why === wish.why;
		}
		default:
			return false;
	}
}

async function change({ alerts }: Store, asked: Asked): Promise<boolean> {
	const { wish, errand, known, person, nowMs: atMs } = asked;
	const by = person.name;
	// The name is that of the session: a row may say any.
	const line = lineOf(wish, known, { atMs, errand: errand.id, by });
	switch (wish.verb) {
		case "save rule":
			return alerts.saveRule(wish.rule, wish.was, line);
		case "remove rule":
			return alerts.removeRule(wish.name, line);
		case "mute": {
			const { among, untilMs, why } = wish;
			const mute = { id: errand.id, among, untilMs, why, by, atMs };
			return alerts.mute({ ...mute, endedMs: null, endedBy: null }, line);
		}
		case "end mute":
			return alerts.endMute(wish.mute, by, atMs, line);
		case "acknowledge": {
			const acknowledged = { by, atMs, why: wish.why };
			return alerts.acknowledge(wish.alert, acknowledged, line);
		}
	}
}

function nameOf({ wish, errand }: Asked): string {
	switch (wish.verb) {
		case "save rule":
			return wish.rule.name;
		case "remove rule":
			return wish.name;
		case "mute":
			return errand.id;
		case "end mute":
			return wish.mute;
		case "acknowledge":
			return wish.alert;
	}
}
