// What is said of one subscription, under our own names?
import type { Amount } from "#lib/core/amount.ts";
import type { Row } from "#lib/core/board.ts";
import { gravityOf, verdicts } from "#lib/core/verdict.ts";
import { labelsOf, type Metric, type Sample } from "./exposition.ts";

const labels = ["broker", "kind", "channel", "group"] as const;

const own = (
	name: string,
	help: string,
	...more: readonly string[]
): Metric => ({
	name: `tidemark_group_${name}`,
	help,
	labels: [...labels, ...more],
});

const verdict = own(
	"verdict",
	`How grave it is: ${verdicts.map((it, i) => `${i} ${it}`).join(", ")}`,
);
const lagKnown = own("lag_known", "1 where the lag is known, else 0");
const lag = own("lag", "Messages not yet delivered to the group", "bound");
const lagSeconds = own(
	"lag_seconds",
	"Age of the oldest message not yet delivered",
	"bound",
);
const margin = own(
	"margin_seconds",
	"How long until the broker removes messages the group has not read",
	"bound",
);
const drained = own(
	"drained_seconds",
	"How long until the backlog is gone, if it goes on like this",
);
const holding = own("holding", "Messages delivered and not yet acknowledged");
const oldestHeld = own(
	"oldest_held_seconds",
	"How long the oldest of these has been held",
);
const deliveriesMax = own(
	"deliveries_max",
	"How often the one delivered most often was delivered",
);
const pace = own("pace", "Messages a second that arrive and are read", "way");
const members = own(
	"members",
	"Members by state; registered is all that the broker lists",
	"state",
	"bound",
);

export const rowMetrics: readonly Metric[] = [
	...[verdict, lagKnown, lag, lagSeconds, margin, drained, holding],
	...[oldestHeld, deliveriesMax, pace, members],
];

/** Of a row whose values are old only the verdict is told: nobody knows the others now. */
export function samplesOf(row: Row, isOld: boolean): readonly Sample[] {
	const { broker, kind, channel, group } = row;
	const its = labelsOf({ broker, kind, channel, group });
	const one = (metric: Metric, value: number | null, more = ""): Sample => ({
		...{ metric, labels: its, more, value },
	});
	if (isOld) return [one(verdict, gravityOf("unknown")), one(lagKnown, 0)];
	const bounded = (metric: Metric, amount: Amount | null, more = "") =>
		one(metric, amount?.n ?? null, `${more},bound="${amount?.bound}"`);
	const inState = (state: string, n: number | null | undefined) =>
		one(members, n ?? null, `,state="${state}",bound="exact"`);
	return [
		one(verdict, gravityOf(row.verdict)),
		one(lagKnown, row.lag === null ? 0 : 1),
		bounded(lag, row.lag),
		bounded(lagSeconds, row.timeLagSeconds),
		bounded(margin, row.marginSeconds),
		one(drained, row.drainedSeconds),
		one(holding, row.holding),
		one(oldestHeld, row.oldestHeldSeconds),
		one(deliveriesMax, row.deliveriesMax),
		one(pace, row.pace.in, ',way="in"'),
		one(pace, row.pace.out, ',way="out"'),
		inState("registered", row.members?.registered),
		bounded(members, row.members?.live ?? null, ',state="live"'),
		inState("dead", row.members?.dead),
		inState("stuck", row.members?.stuck),
		inState("unknown", row.members?.unknown),
	];
}
