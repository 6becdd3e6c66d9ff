// How does PromQL choose what a filter chooses? Names as matchers of labels, the rest beside the expression.
import type {
	FilterKey,
	FilterNumber,
	FilterTerm,
} from "#lib/core/filter/filter.ts";
import { globOf } from "#lib/core/filter/glob.ts";
import { gravityOf, verdicts } from "#lib/core/verdict.ts";

export type PromFilter = {
	/** Between the braces of a selector. */
	readonly matchers: readonly string[];
	/** What stands behind the expression, each with its operator. */
	readonly beside: readonly string[];
};

export const subscriptionLabels = [
	"broker",
	"kind",
	"channel",
	"group",
] as const;
const on = `on (${subscriptionLabels.join(", ")})`;

/** Its filter, or what of it no metric tells. */
export function promFilterOf(
	terms: readonly FilterTerm[],
): PromFilter | { readonly unsaid: string } {
	const matchers: string[] = [];
	const beside: string[] = [];
	for (const term of terms) {
		if (term.is === "match" && term.key === "family")
			return { unsaid: "the family of a channel" };
		if (term.is === "match" && isLabel(term.key))
			matchers.push(matcher(term.key, term.pattern, term.not));
		else if (term.is === "word" && term.not)
			matchers.push(
				...wordLabels.map((label) => matcher(label, `*${term.pattern}*`, true)),
			);
		else beside.push(besideOf(term));
	}
	return { matchers, beside };
}

/** Of a broker only its name and system are told beside its own numbers. */
export function promBrokerFilterOf(
	terms: readonly FilterTerm[],
): PromFilter | { readonly unsaid: string } {
	const matchers: string[] = [];
	for (const term of terms) {
		if (term.is !== "match" || (term.key !== "broker" && term.key !== "system"))
			return { unsaid: "anything of a broker but its name and system" };
		matchers.push(matcher(term.key, term.pattern, term.not));
	}
	return { matchers, beside: [] };
}

type Label = (typeof subscriptionLabels)[number];
const isLabel = (key: FilterKey): key is Label =>
	subscriptionLabels.some((label) => label === key);
const wordLabels = ["channel", "group", "broker"] as const;

/** A name that is empty is written as two quotes; without a group the label is not there, and no pattern fits it. */
function matcher(label: string, pattern: string, not: boolean): string {
	const parts = pattern.split("*").map(escaped);
	const [isEmpty, isAny] = [pattern === "", /^\*+$/.test(pattern)];
	const regex = isEmpty ? '""' : isAny ? ".+" : `(?is)${parts.join(".*")}`;
	return `${label}${not ? "!~" : "=~"}${text(regex)}`;
}

const escaped = (piece: string): string =>
	piece.replaceAll(/[\\^$.|?*+()[\]{}]/g, "\\$&");

/** As PromQL writes a text. */
export const text = (it: string): string =>
	`"${it.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;

function besideOf(term: FilterTerm): string {
	const operator = term.not ? `unless ${on}` : `and ${on}`;
	switch (term.is) {
		case "word": {
			const any = wordLabels.map(
				(label) =>
					`tidemark_group_verdict{${matcher(label, `*${term.pattern}*`, false)}}`,
			);
			return `${operator} (${any.join(" or ")})`;
		}
		case "number": {
			const compare = term.compare === "=" ? "==" : term.compare;
			return `${operator} (${metricOf[term.key]} ${compare} ${term.n})`;
		}
		case "unknown": {
			const isKnown = metricOf[term.key];
			return `${term.not ? "and" : "unless"} ${on} (${isKnown})`;
		}
		case "match": {
			const not = term.not ? "unless" : "and";
			if (term.key === "system")
				return `${not} on (broker) tidemark_broker_fresh{${matcher("system", term.pattern, false)}}`;
			const fitting = verdicts.filter(globOf(term.pattern));
			const each = fitting.map(
				(verdict) => `tidemark_group_verdict == ${gravityOf(verdict)}`,
			);
			return `${operator} (${each.join(" or ")})`;
		}
	}
}

const bounded = (metric: string): string => `max without (bound) (${metric})`;

const metricOf: Readonly<Record<FilterNumber, string>> = {
	lag: bounded("tidemark_group_lag"),
	holding: "tidemark_group_holding",
	oldest: "tidemark_group_oldest_held_seconds",
	deliveries: "tidemark_group_deliveries_max",
	members: 'max without (bound, state) (tidemark_group_members{state="live"})',
	margin: bounded("tidemark_group_margin_seconds"),
};
