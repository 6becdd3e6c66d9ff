// What is to be seen beside the rows? Brokers, outlets, the store, and subscriptions that went.
import type { Alert, AlertEnd, AlertTarget } from "#lib/core/alert/alert.ts";
import type { Condition, KnownRule } from "#lib/core/alert/rule.ts";
import type { BrokerFact } from "#lib/core/board.ts";
import type { Living, Moment } from "./living.ts";
import type { RowsSeen } from "./look-rows.ts";
import type { Board } from "./review.ts";
import {
	bareSeen,
	isSilent,
	type KindOf,
	seenOf,
	subscriptionOf,
} from "./seen.ts";
import type { Choosing, Watched } from "./watched.ts";

type Sought = {
	readonly living: Living;
	readonly watched: readonly Watched[];
	readonly rows: RowsSeen;
	readonly choosing: Choosing;
	readonly kindOf: KindOf;
};

type Beside = {
	readonly target: AlertTarget;
	readonly holds: boolean | null;
	readonly sinceMs: number;
};

/** Whoever does not know by then knows it for other reasons. */
const vanishedKeptMs = 24 * 3_600_000;

export function lookAtRest(board: Board, at: Moment, sought: Sought): void {
	const { living, watched } = sought;
	const there = new Map<Condition["is"], readonly Beside[]>([
		["broker silent", board.brokers.map((it) => silenceOf(it, at.nowMs))],
		[
			"outlet failing",
			board.outlets.map(({ name, failingSinceMs }) => ({
				target: { is: "outlet", outlet: name },
				holds: failingSinceMs !== null,
				sinceMs: failingSinceMs ?? at.nowMs,
			})),
		],
		[
			"no room",
			[{ target: { is: "store" }, holds: !board.hasRoom, sinceMs: at.nowMs }],
		],
	]);
	for (const { rule, isAbout } of watched)
		for (const { target, ...sight } of there.get(rule.when.is) ?? [])
			if (isAbout(target, null))
				living.see(target, rule, { ...sight, seen: bareSeen(at.nowMs) }, at);
	const rules = new Map(watched.map(({ rule }) => [rule.name, rule]));
	for (const alert of [...living.all()]) {
		const rule = rules.get(alert.rule);
		const end = endOf(alert, rule, board, sought.rows);
		if (end !== null) living.end(alert, end, at.nowMs);
		else if (rule?.when.is === "vanished") {
			const { target, sinceMs, last: seen } = alert;
			living.see(target, rule, { holds: true, sinceMs, seen }, at);
		}
	}
	vanish(board, at, sought);
}

/** What went while its broker was heard, and not because somebody here wanted it to. */
function vanish(board: Board, at: Moment, sought: Sought): void {
	const { living, choosing, rows, kindOf } = sought;
	for (const row of rows.went) {
		const those = choosing.of(row);
		choosing.forget(row);
		if (board.endedByUs(row)) continue;
		for (const { rule, fits } of those)
			if (rule.when.is === "vanished" && (fits === null || fits(row))) {
				const seen = seenOf(row, null, kindOf);
				const sight = { holds: true, sinceMs: at.nowMs, seen };
				living.see(subscriptionOf(row), rule, sight, at);
			}
	}
}

const silenceOf = (broker: BrokerFact, nowMs: number): Beside => ({
	target: { is: "broker", broker: broker.name, system: broker.system },
	// Nobody has asked it yet since the start.
	holds: broker.triedMs === null ? null : isSilent(broker),
	sinceMs: broker.heardMs ?? nowMs,
});

/** What an alert is about may have gone, or come back. */
function endOf(
	{ target, heldMs }: Alert,
	rule: KnownRule | undefined,
	board: Board,
	{ rows }: RowsSeen,
): AlertEnd | null {
	switch (target.is) {
		case "subscription": {
			const isThere = rows.has(target.id);
			if (!hasBroker(board, target.broker)) return "broker removed";
			if (rule?.when.is !== "vanished") return isThere ? null : "gone";
			if (isThere) return "back";
			return heldMs >= vanishedKeptMs ? "gone" : null;
		}
		case "broker":
			return hasBroker(board, target.broker) ? null : "broker removed";
		case "outlet": {
			const { outlet } = target;
			return board.outlets.some(({ name }) => name === outlet) ? null : "gone";
		}
		case "store":
			return null;
	}
}

const hasBroker = ({ brokers }: Board, broker: string): boolean =>
	brokers.some(({ name }) => name === broker);
