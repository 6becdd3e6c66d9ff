// What do the tests of alerts share? One alert that fires, as the server tells it, and whatever a test says otherwise.
import type { AlertReply } from "#lib/wire/alerts.ts";

export const noon = Date.parse("2026-11-21T12:00:00.000Z");
const minute = 60_000;
export const at = (minutesAgo: number): string =>
	new Date(noon - minutesAgo * minute).toISOString();

export const seen: AlertReply["last"] = {
	...{ at: at(0), verdict: "stalled", n: null, action: null },
	reason: { code: "no members", values: { forSeconds: 600, lag: 30 } },
	...{ lag: { n: 30, bound: "exact" }, marginSeconds: null },
	drainedSeconds: null,
};

export const alertOf = (over: Partial<AlertReply> = {}): AlertReply => ({
	...{ id: "1", rule: "stalled", gravity: "warning", state: "firing" },
	target: {
		...{ is: "subscription", id: "a".repeat(43), system: "log", kind: "topic" },
		...{ broker: "eu", channel: "orders", group: "billing" },
	},
	...{ since: at(20), fired: at(15), resolved: null, end: null, flaps: 1 },
	...{
		first: seen,
		last: seen,
		acknowledged: null,
		held: null,
		also: [],
		told: [],
	},
	...over,
});

export const toldOf = (
	over: Partial<AlertReply["told"][number]> = {},
): AlertReply["told"][number] => ({
	...{ outlet: "oncall", says: "fires", why: "began to fire", at: at(15) },
	...{ state: "delivered", tries: 1, next: null, answer: null },
	...over,
});
