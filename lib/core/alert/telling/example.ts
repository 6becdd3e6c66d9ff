// Of what does a notice tell that only shows how it reads? Of an invented backlog that does what its rule watches for.
import { exactly } from "../../amount.ts";
import type { Alert, AlertSeen, AlertTarget } from "../alert.ts";
import type { Rule } from "../rule.ts";

const forSeconds = 180;
const minuteMs = 60_000;
const waiting = exactly(1_234);
const lostInSeconds = 2_520;

export function exampleAlert(
	id: string,
	rule: Pick<Rule, "name" | "when" | "gravity" | "forMs">,
	atMs: number,
): Alert {
	const { name, when, gravity, forMs } = rule;
	const seen = seenFor(when, atMs);
	return {
		...{ id, rule: name, gravity, target: targetOf(when), state: "firing" },
		sinceMs: atMs - Math.max(minuteMs, forMs),
		...{ heldMs: forMs, calmMs: 0, firedMs: atMs, resolvedMs: null },
		...{ end: null, first: seen, last: seen, firings: [atMs] },
		acknowledged: null,
	};
}

function targetOf(when: Rule["when"]): AlertTarget {
	switch (when.is) {
		case "broker silent":
			return { is: "broker", broker: "example", system: "" };
		case "outlet failing":
			return { is: "outlet", outlet: "example" };
		case "no room":
			return { is: "store" };
		default:
			return {
				...{ is: "subscription", id: "", system: "", broker: "example" },
				...{ kind: "", channel: "orders", group: "billing" },
			};
	}
}

function seenFor(when: Rule["when"], atMs: number): AlertSeen {
	const seen = {
		...{ atMs, n: null, action: null, lag: waiting },
		...{ marginSeconds: null, drainedSeconds: null },
	};
	const verdict = when.is === "verdict" ? when.atLeast : "stopped";
	const lag = waiting.n;
	switch (verdict) {
		case "losing": {
			const values = { seconds: lostInSeconds };
			const marginSeconds = exactly(lostInSeconds);
			const reason = { code: "loses soon", values } as const;
			return { ...seen, verdict, reason, marginSeconds };
		}
		case "slow": {
			const values = { perSecond: 12, forSeconds };
			return { ...seen, verdict, reason: { code: "falls behind", values } };
		}
		case "stalled": {
			const values = { registered: 3, forSeconds };
			return { ...seen, verdict, reason: { code: "not moving", values } };
		}
		case "stopped": {
			const values = { forSeconds, lag };
			return { ...seen, verdict, reason: { code: "no members", values } };
		}
	}
}
