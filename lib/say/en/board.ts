// What does the board say in English?

import { amount, count } from "../numbers.ts";
import { clock, duration, moment, span } from "../times.ts";
import type { BoardWords } from "../words/words.ts";
import { plural } from "./codes.ts";
import { enFold } from "./fold.ts";

export const enBoard: BoardWords = {
	title: "Board",
	summary: "Summary",
	filter: "Filter",
	filterExample: "verdict:stalled lag:>1000 group:pay*",
	clear: "Clear",
	columns: {
		verdict: "Verdict",
		subscription: "Subscription",
		lag: "Lag",
		spark: "Last hour",
		in: "In/s",
		out: "Out/s",
		holding: "Holding · oldest",
		members: "Members",
		forecast: "Forecast",
		reason: "Reason",
	},
	lagOnPhone: "lag",
	trends: {
		up: "rose in the last hour",
		down: "fell in the last hour",
		flat: "flat",
	},
	spark: (from, to) => {
		if (from === to) return `lag, ${count(to, "en")} for one hour`;
		const verb = to > from ? "rose" : "fell";
		return `lag, ${verb} from ${count(from, "en")} to ${count(to, "en")} in one hour`;
	},
	sparkNone: "lag, no readings in the last hour",
	none: "none",
	live: (live, registered) =>
		live.bound === "exact" && live.n === registered
			? `${count(live.n, "en")} live`
			: `${amount(live, "en")} live / ${count(registered, "en")}`,
	registered: (n) => `${count(n, "en")} registered`,
	forecast: {
		loses: (seconds) =>
			seconds < 1 ? "loses data now" : `loses in ~${duration(seconds, "en")}`,
		wasDue: (ms, nowMs) => `was due ~${moment(ms, nowMs, "en")}`,
		lost: "lost messages",
		drained: (seconds) => `drained in ~${duration(seconds, "en")}`,
		drainedBetween: (low, high) => `drained in ${span(low, high, "en")}`,
		growing: "growing",
		steady: "steady",
		caughtUp: "caught up",
	},
	valuesFrom: (ms, nowMs) =>
		nowMs - ms < 86_400_000
			? `values from ${clock(ms, "en")}`
			: `values from ${moment(ms, nowMs, "en")}`,
	healthyBelow: (n) => `${count(n, "en")} healthy below this line`,
	total: (n, order) =>
		`${plural(n, "subscription", "subscriptions")}, ${order}`,
	orders: {
		gravity: "gravest first, by time to data loss",
		lag: "by lag",
		holding: "by messages held",
		name: "by name",
		broker: "by broker",
		margin: "by time to data loss",
	},
	sortBy: (column) => `Sort by ${column}`,
	held: (n) =>
		`Order held while you point; ${plural(n, "row", "rows")} would move`,
	apply: "Apply",
	fold: enFold,
	cleanUp: (picked) => `Clean up${picked > 0 ? ` ${count(picked, "en")}` : ""}`,
	chooseColumns: "Columns",
	take: {
		label: "Take along",
		command: (line) => `Copied: ${line}`,
		noCommand: "There is no command for this row",
	},
	keys: {
		move: "move",
		open: "open",
		filter: "filter",
		ask: "ask again now",
		keys: "keys",
	},
	loading: "Loading the board",
	changed: (rows, more) =>
		[
			...rows.map(({ name, verdict }) => `${name} is ${verdict}`),
			...(more > 0 ? [`${plural(more, "other", "others")} changed`] : []),
		].join(". "),
	noMatch: "No subscription matches",
	noMatchFilter: (filter) => `Nothing on the board fits “${filter}”.`,
	noRows: "No subscriptions yet",
	noRowsWhy:
		"The brokers below are asked; what they answer appears here by itself.",
	brokerTrouble: (broker, trouble) => `${broker} ${trouble}`,
};
