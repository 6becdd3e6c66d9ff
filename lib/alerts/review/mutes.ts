// Which mutes hold, and which are over? Compiled once, asked of each alert that fires.
import type { Alert } from "#lib/core/alert/alert.ts";
import type { Mute } from "#lib/core/alert/mute.ts";
import { type Muting, mutingOf } from "#lib/core/alert/telling/muted.ts";
import type { Row } from "#lib/core/board.ts";
import type { ReviewWrite } from "#lib/store/alert-port.ts";
import { filterOf } from "./watched.ts";

export type Mutes = {
	settle(mutes: readonly Mute[]): void;
	isMuted(alert: Alert, row: Row | null): boolean;
	/** Those whose time is over, or among which nothing lives any more: told once. */
	endedAt(
		nowMs: number,
		living: Iterable<Alert>,
		rowOf: (alert: Alert) => Row | null,
	): ReviewWrite["mutesEnded"];
};

type Held = { readonly mute: Mute; readonly isAmong: Muting };

export function mutesFrom(): Mutes {
	let held: readonly Held[] = [];
	/** What the store may not have been told yet. */
	const ended = new Set<string>();

	return {
		settle(mutes) {
			held = mutes.flatMap((mute) => {
				if (mute.endedMs !== null || ended.has(mute.id)) return [];
				const filter = filterOf(mute.among);
				return filter ? [{ mute, isAmong: mutingOf(filter) }] : [];
			});
		},
		isMuted: ({ target }, row) =>
			held.some(({ isAmong }) => isAmong(target, row)),
		endedAt(nowMs, living, rowOf) {
			if (held.length === 0) return [];
			const alerts = [...living];
			const over = held.flatMap(({ mute, isAmong }) => {
				const { id, untilMs } = mute;
				if (untilMs !== null)
					return untilMs <= nowMs ? [{ id, atMs: untilMs }] : [];
				return alerts.some((it) => isAmong(it.target, rowOf(it)))
					? []
					: [{ id, atMs: nowMs }];
			});
			for (const { id } of over) ended.add(id);
			held = held.filter(({ mute }) => !ended.has(mute.id));
			return over;
		},
	};
}
