// What is reviewed in tests? A board that changes as a test says, looked at every two seconds by a clock of its own.
import { rowOf, ruleOf } from "#lib/core/alert/for-tests.ts";
import type { Mute } from "#lib/core/alert/mute.ts";
import type { KnownRule } from "#lib/core/alert/rule.ts";
import type { BrokerFact, Row } from "#lib/core/board.ts";
import { trouble } from "#lib/core/trouble.ts";
import type { ReviewWrite, UnderWay } from "#lib/store/alert-port.ts";
import { factOf } from "#lib/store/contract-rows.ts";
import { type Board, type Review, reviewFrom } from "./review.ts";

export const nobody: UnderWay = { alerts: [], waves: [] };
export const everyMs = 2_000;

export const silent = trouble("no answer");

export type Scene = ReturnType<typeof sceneOf>;

export function sceneOf(
	rules: readonly Partial<KnownRule>[] = [{}],
	underWay: UnderWay = nobody,
) {
	const rows = new Map<string, Row>();
	const board = {
		nowMs: 1_000_000,
		hasRoom: true,
		brokers: [factOf({ name: "eu" })] as BrokerFact[],
		outlets: [] as Board["outlets"],
		endedByUs: (_: Row) => false,
	};
	const review: Review = reviewFrom({
		underWay,
		outlets: [{ name: "chat", quiet: null, keepAliveMs: null }],
		kindOf: () => undefined,
	});
	const writes: ReviewWrite[] = [];
	const tended = (change: {
		rules?: readonly Partial<KnownRule>[];
		mutes?: readonly Mute[];
		acknowledged?: readonly string[];
	}) =>
		review.tended(
			{
				rules: (change.rules ?? rules).map(ruleOf),
				mutes: change.mutes ?? [],
				acknowledged: new Map(
					(change.acknowledged ?? []).map((id) => [
						id,
						{ by: "kim", atMs: 1, why: "" },
					]),
				),
			},
			board.nowMs,
		);
	tended({});

	return {
		...{ rows, board, review, writes, tended },
		put(...changed: readonly Row[]) {
			for (const row of changed) rows.set(row.id, row);
		},
		look(elapsedMs = everyMs): ReviewWrite | null {
			board.nowMs += elapsedMs;
			const write = review.look({
				...{ ...board, elapsedMs, rows: rows.values() },
			});
			if (write) writes.push(write);
			return write;
		},
		/** Looks for as long, and says what was told meanwhile. */
		pass(ms: number): string[] {
			const from = writes.length;
			for (let passed = 0; passed < ms; passed += everyMs) this.look();
			return lines(writes.slice(from));
		},
	};
}

export const lines = (writes: readonly ReviewWrite[]): string[] =>
	writes.flatMap(({ notices }) =>
		notices.map(
			({ rule, says, why, firing, total }) =>
				`${rule} ${says}: ${why} ${firing}/${total}`,
		),
	);

export const stalled = (channel: string, change: Partial<Row> = {}): Row =>
	rowOf(channel, { verdict: "stalled", ...change });
export const well = (channel: string): Row => rowOf(channel);
export const unknown = (channel: string): Row =>
	rowOf(channel, { verdict: "unknown", stale: true });

/** As if the store had kept what was written, and a collector began again. */
export function underWayAfter(writes: readonly ReviewWrite[]): UnderWay {
	const alerts = new Map(
		writes.flatMap((it) => it.alerts).map((it) => [it.id, it]),
	);
	for (const id of writes.flatMap(({ gone }) => gone)) alerts.delete(id);
	const waves = new Map(
		writes.flatMap((it) => it.waves).map((it) => [it.id, it]),
	);
	return {
		alerts: [...alerts.values()],
		waves: [...waves.values()].filter(({ overMs }) => overMs === null),
	};
}
