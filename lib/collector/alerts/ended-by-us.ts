// Did this subscription go because somebody here wanted it to? Then nobody is told that it vanished.
import type { KindOf } from "#lib/alerts/review/seen.ts";
import type { Row } from "#lib/core/board.ts";
import type { Errand } from "#lib/core/errand.ts";

export type EndedByUs = {
	/** Before it is done. */
	begins(errand: Errand): void;
	isOurs(row: Row): boolean;
};

const keptMs = 3_600_000;
const ending = ["destroy", "forget", "delete"] as const;

export function endedByUs(kindOf: KindOf): EndedByUs {
	/** When, by a clock nobody sets. */
	const ended = new Map<string, number>();
	return {
		begins({ wish, undertaking }) {
			if (wish.verb !== "clean up") return;
			const action = ending.find((it) => it === wish.cleanUp.action);
			if (!action || !undertaking) return;
			const nowMs = performance.now();
			for (const [key, atMs] of ended)
				if (nowMs - atMs > keptMs) ended.delete(key);
			for (const { id, subscription } of undertaking.targets) {
				ended.set(id, nowMs);
				if (action === "destroy") ended.set(groupOf(subscription), nowMs);
			}
		},
		isOurs(row) {
			const isWhole = kindOf(row)?.wholeGroup?.includes("destroy");
			const key = isWhole && !ended.has(row.id) ? groupOf(row) : row.id;
			const atMs = ended.get(key);
			return atMs !== undefined && performance.now() - atMs <= keptMs;
		},
	};
}

const groupOf = (it: Pick<Row, "broker" | "kind" | "group">): string =>
	JSON.stringify([it.broker, it.kind, it.group]);
