// What is said of alerts, and of those who are told? As much as outlets are configured, and no names of what fires.
import { type RuleGravity, ruleGravities } from "#lib/core/alert/rule.ts";
import type { AlertCount, OutletCounts } from "#lib/store/alert-port.ts";
import { labelsOf, type Metric, type Sample } from "./exposition.ts";

const alerts: Metric = {
	name: "tidemark_alerts",
	help: "Alerts that are pending, and that fire",
	labels: ["state", "gravity"],
};
const notices: Metric = {
	name: "tidemark_notices",
	help: "Tries to tell people, and notices that were given up: they only grow as long as the outlet is configured",
	labels: ["outlet", "outcome"],
};
const owed: Metric = {
	name: "tidemark_notices_owed",
	help: "Notices that are still to be told",
	labels: ["outlet"],
};
const failing: Metric = {
	name: "tidemark_outlet_failing",
	help: "1 where the last it was sent was not taken, else 0",
	labels: ["outlet"],
};

export const alertMetrics: readonly Metric[] = [alerts, notices, owed, failing];

/** Zero is said too, so that a first alert is a rise and not a beginning. */
export function samplesOfAlerts(
	counts: readonly AlertCount[],
): readonly Sample[] {
	const countOf = (state: AlertCount["state"], gravity: RuleGravity) =>
		counts.find((it) => it.state === state && it.gravity === gravity)?.n ?? 0;
	return (["pending", "firing"] as const).flatMap((state) =>
		ruleGravities.map((gravity) => ({
			metric: alerts,
			labels: labelsOf({ state, gravity }),
			value: countOf(state, gravity),
		})),
	);
}

export function samplesOfOutlet(outlet: OutletCounts): readonly Sample[] {
	const labels = labelsOf({ outlet: outlet.name });
	const told = { delivered: outlet.delivered, failed: outlet.failed };
	const outcomes = Object.entries({ ...told, "given up": outlet.givenUp });
	return [
		...outcomes.map(([outcome, value]) => ({
			metric: notices,
			labels: labelsOf({ outlet: outlet.name, outcome }),
			value,
		})),
		{ metric: owed, labels, value: outlet.owed },
		{
			metric: failing,
			labels,
			value: outlet.failingSinceMs === null ? 0 : 1,
		},
	];
}
