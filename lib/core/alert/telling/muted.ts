// Is this among what somebody muted? A row as on the board; what has no row only by the names it has.
import type { Row } from "../../board.ts";
import type { Filter, FilterTerm } from "../../filter/filter.ts";
import { globOf } from "../../filter/glob.ts";
import { matcherOf } from "../../filter/matches.ts";
import type { AlertTarget } from "../alert.ts";

export type Muting = (target: AlertTarget, row: Row | null) => boolean;

/** An empty filter means everything. A term about what a target does not have mutes it neither way: in doubt it is told. */
export function mutingOf(filter: Filter): Muting {
	const fits = matcherOf(filter);
	const named = filter.map(namedBy);
	return (target, row) =>
		row === null ? named.every((test) => test(target)) : fits(row);
}

function namedBy(term: FilterTerm): (target: AlertTarget) => boolean {
	if (term.is === "number" || term.is === "unknown") return () => false;
	const isWord = term.is === "word";
	const fits = globOf(isWord ? `*${term.pattern}*` : term.pattern);
	return (target) => {
		const names = namesOf(target);
		const known = isWord
			? [names.channel, names.group, names.broker]
			: [names[term.key]];
		if (known.every((name) => name === undefined)) return false;
		const isNamed = known.some((name) => name != null && fits(name));
		return isNamed !== term.not;
	};
}

/** Left out what it does not have; null what it has without a name. */
function namesOf(
	target: AlertTarget,
): Readonly<Record<string, string | null | undefined>> {
	switch (target.is) {
		case "subscription": {
			const { broker, system, kind, channel, group } = target;
			return { broker, system, kind, channel, group };
		}
		case "broker":
			return { broker: target.broker, system: target.system };
		case "outlet":
		case "store":
			return {};
	}
}
