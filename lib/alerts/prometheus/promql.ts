// How does PromQL say what a rule watches for? An expression over what /metrics tells, or what of it cannot be said.
import { type Measure, measures, type Rule } from "#lib/core/alert/rule.ts";
import { printSpan } from "#lib/core/alert/rule-line/span.ts";
import { type FilterTerm, parseFilter } from "#lib/core/filter/filter.ts";
import { gravityOf } from "#lib/core/verdict.ts";
import {
	type PromFilter,
	promBrokerFilterOf,
	promFilterOf,
	subscriptionLabels,
} from "./promql-filter.ts";

export type PromRule =
	| {
			readonly expression: string;
			/** Where it says a little less than the rule. */
			readonly but: string | null;
	  }
	| { readonly unsaid: string };

export function promRuleOf({ when, among, forMs }: Rule): PromRule {
	const parsed = parseFilter(among);
	if ("mistakes" in parsed) return { unsaid: "a filter that cannot be read" };
	const terms = parsed.filter;
	switch (when.is) {
		case "verdict":
			return selected(terms, (it) =>
				compared(verdictOf(it), ">=", gravityOf(when.atLeast)),
			);
		case "verdict alone":
			return selected(terms, (it) =>
				compared(verdictOf(it), "==", gravityOf(when.verdict)),
			);
		case "measure":
			return selected(
				terms,
				(it) =>
					compared(
						metricOf[when.of](it.join(", ")),
						measures[when.of].side === "over" ? ">" : "<",
						when.n,
					),
				when.of === "drained"
					? "what never drains at its pace has no forecast, and is not told"
					: null,
			);
		case "vanished":
			return selected(
				terms,
				(it) => {
					const offset = printSpan(forMs + keptOnMs);
					const before = `${verdictOf(it)} offset ${offset}`;
					const heard = "and on (broker) (tidemark_broker_fresh == 1)";
					return `(${before} unless ${verdictOf(it)}) ${heard}`;
				},
				`it is over after ${printSpan(keptOnMs)}`,
			);
		case "broker silent": {
			const filter = promBrokerFilterOf(terms);
			if ("unsaid" in filter) return filter;
			const its = filter.matchers.join(", ");
			return {
				...{ expression: `tidemark_broker_fresh{${its}} == 0`, but: null },
			};
		}
		case "outlet failing":
			return { expression: "tidemark_outlet_failing == 1", but: null };
		case "no room":
			return { expression: "tidemark_history_kept == 0", but: null };
	}
}

const keptOnMs = 10 * 60_000;

function selected(
	terms: readonly FilterTerm[],
	expressionOf: (matchers: PromFilter["matchers"]) => string,
	but: string | null = null,
): PromRule {
	const filter = promFilterOf(terms);
	if ("unsaid" in filter) return filter;
	const first = expressionOf(filter.matchers);
	return { expression: [first, ...filter.beside].join(" "), but };
}

const compared = (metric: string, sign: string, n: number): string =>
	`${metric} ${sign} ${n}`;

const verdictOf = (matchers: readonly string[]): string =>
	`tidemark_group_verdict{${matchers.join(", ")}}`;

/** A bound that changes begins another series, and must not begin the waiting anew. */
const bounded = (name: string) => (matchers: string) =>
	`max without (bound) (tidemark_group_${name}{${matchers}})`;
const plain = (name: string) => (matchers: string) =>
	`tidemark_group_${name}{${matchers}}`;
const members = (state: string) => (matchers: string) => {
	const own = [`state="${state}"`, matchers].filter((it) => it !== "");
	return `max by (${subscriptionLabels.join(", ")}) (tidemark_group_members{${own.join(", ")}})`;
};

const metricOf: Readonly<Record<Measure, (matchers: string) => string>> = {
	lag: bounded("lag"),
	"time lag": bounded("lag_seconds"),
	holding: plain("holding"),
	"oldest held": plain("oldest_held_seconds"),
	deliveries: plain("deliveries_max"),
	margin: bounded("margin_seconds"),
	drained: plain("drained_seconds"),
	"live members": members("live"),
	"dead members": members("dead"),
};
