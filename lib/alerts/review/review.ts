// What changed about alerts since the last look at the whole board? Everything it goes by is in memory; what it says is to be written.
import { randomUUID } from "node:crypto";
import type { Acknowledged, Alert } from "#lib/core/alert/alert.ts";
import type { Mute } from "#lib/core/alert/mute.ts";
import type { Silence, Wave } from "#lib/core/alert/notice.ts";
import type { OutletFares, TellingOutlet } from "#lib/core/alert/outlet.ts";
import type { KnownRule } from "#lib/core/alert/rule.ts";
import { isQuietIn } from "#lib/core/alert/telling/quiet.ts";
import { noMemory, tell } from "#lib/core/alert/telling/tell.ts";
import type { BrokerFact, Row } from "#lib/core/board.ts";
import type { ReviewWrite, UnderWay } from "#lib/store/alert-port.ts";
import { withoutBeneath } from "./beneath.ts";
import { type Living, livingFrom } from "./living.ts";
import { lookAtRest } from "./look-beside.ts";
import { lookAtRows, type RowsSeen } from "./look-rows.ts";
import { mutesFrom } from "./mutes.ts";
import { isSilent, type KindOf } from "./seen.ts";
import { choosingAmong, type Watched, watchedBy } from "./watched.ts";

export type ReviewParts = {
	readonly underWay: UnderWay;
	readonly outlets: readonly TellingOutlet[];
	readonly kindOf: KindOf;
};

/** All there is to see at one moment. */
export type Board = {
	readonly nowMs: number;
	/** Since the look before, by a clock nobody sets. */
	readonly elapsedMs: number;
	readonly rows: Iterable<Row>;
	readonly brokers: readonly BrokerFact[];
	readonly outlets: readonly OutletFares[];
	readonly hasRoom: boolean;
	/** Did a clean-up of ours end this subscription? */
	readonly endedByUs: (row: Row) => boolean;
};

/** What people may change while it goes on. */
export type Tended = {
	readonly rules: readonly KnownRule[];
	readonly mutes: readonly Mute[];
	/** By alert. */
	readonly acknowledged: ReadonlyMap<string, Acknowledged>;
};

export type Review = {
	tended(tended: Tended, nowMs: number): void;
	/** Null where there is nothing to write. */
	look(board: Board): ReviewWrite | null;
	/** All that goes on, as it is: for the last write before the end. */
	asItIs(nowMs: number): ReviewWrite;
};

/** Nobody looked for longer than this: what held at both ends need not have held between. */
const lookedMostMs = 10_000;
const wavesWrittenEveryMs = 5 * 60_000;

export function reviewFrom(parts: ReviewParts): Review {
	const { underWay, kindOf } = parts;
	const over = new Map<string, Alert>();
	for (const alert of underWay.alerts)
		if (alert.state === "resolved") over.set(alert.id, alert);
	const living: Living = livingFrom(underWay.alerts, (alert) =>
		over.set(alert.id, alert),
	);
	const outlets = parts.outlets.map(({ quiet, ...outlet }) => ({
		...outlet,
		isQuietAt: quiet === null ? () => false : isQuietIn(quiet),
	}));
	const mutes = mutesFrom();
	let watched: readonly Watched[] = [];
	let choosing = choosingAmong([]);
	let rules = new Map<string, KnownRule>();
	let rowsSeen: RowsSeen = { rows: new Map(), went: [], isAnew: true };
	let waves: readonly Wave[] = underWay.waves;
	const wavesWritten = new Map(waves.map((wave) => [wave.id, wave]));
	let memory = noMemory;
	let held: ReadonlyMap<string, Silence> = new Map();

	function tended(it: Tended, nowMs: number): void {
		const before = rules;
		watched = it.rules.flatMap((rule) => watchedBy(rule) ?? []);
		choosing = choosingAmong(watched);
		rules = new Map(watched.map(({ rule }) => [rule.name, rule]));
		rowsSeen = { ...rowsSeen, isAnew: true };
		mutes.settle(it.mutes);
		for (const alert of [...living.all()]) {
			const rule = rules.get(alert.rule);
			const was = before.get(alert.rule);
			if (rule === undefined) living.end(alert, "rule removed", nowMs);
			else if (was && !isSameWatch(was, rule))
				living.end(alert, "rule changed", nowMs);
			else
				living.amend(alert, {
					gravity: rule.gravity,
					acknowledged: it.acknowledged.get(alert.id) ?? alert.acknowledged,
				});
		}
	}

	function look(board: Board): ReviewWrite | null {
		const { nowMs } = board;
		const at = { nowMs, elapsedMs: Math.min(board.elapsedMs, lookedMostMs) };
		rowsSeen = lookAtRows(board, at, rowsSeen, { living, choosing, kindOf });
		lookAtRest(board, at, {
			...{ living, watched, choosing, kindOf },
			rows: rowsSeen,
		});
		const rowOf = (alert: Alert): Row | null =>
			(alert.target.is === "subscription" &&
				rowsSeen.rows.get(alert.target.id)) ||
			null;
		const mutesEnded = mutes.endedAt(nowMs, living.all(), rowOf);
		const told = tell({
			...{ nowMs, elapsedMs: board.elapsedMs, rules, waves, memory },
			alerts: toldOf(),
			outlets: outlets.map(({ isQuietAt, ...outlet }) => ({
				...{ ...outlet, isQuiet: isQuietAt(nowMs) },
			})),
			isMuted: (alert) => mutes.isMuted(alert, rowOf(alert)),
			silentBrokers: new Set(
				board.brokers.filter(isSilent).map(({ name }) => name),
			),
			newId: randomUUID,
		});
		memory = told.memory;
		waves = told.waves.filter(({ overMs }) => overMs === null);
		const isSameHeld = isSame(held, told.held);
		const { alerts, gone } = withoutBeneath(living.changes(), held, told.waves);
		held = told.held;
		const changedWaves = told.waves.filter(isWaveToWrite);
		for (const wave of changedWaves) wavesWritten.set(wave.id, wave);
		forgetOver();
		const { notices } = told;
		const isNothing =
			isSameHeld &&
			[alerts, gone, changedWaves, notices, mutesEnded].every(
				({ length }) => length === 0,
			);
		return isNothing
			? null
			: {
					...{ atMs: nowMs, alerts, gone, waves: changedWaves },
					...{ notices, held, mutesEnded },
				};
	}

	/** What fires, and what stands in a wave that goes on. */
	function toldOf(): ReadonlyMap<string, Alert> {
		const alerts = new Map(over);
		for (const alert of living.all())
			if (alert.state === "firing") alerts.set(alert.id, alert);
		return alerts;
	}

	function isWaveToWrite(wave: Wave): boolean {
		const before = wavesWritten.get(wave.id);
		return (
			before === undefined ||
			wave.overMs !== null ||
			wave.toldMs !== before.toldMs ||
			wave.sinceToldMs - before.sinceToldMs >= wavesWrittenEveryMs
		);
	}

	function forgetOver(): void {
		const open = new Set(waves.flatMap(({ alerts }) => alerts));
		for (const id of over.keys()) if (!open.has(id)) over.delete(id);
		const going = new Set(waves.map(({ id }) => id));
		for (const id of wavesWritten.keys())
			if (!going.has(id)) wavesWritten.delete(id);
	}

	return {
		...{ tended, look },
		asItIs: (nowMs) => ({
			...{ ...living.everything(), atMs: nowMs, waves, notices: [], held },
			mutesEnded: [],
		}),
	};
}

const isSameWatch = (a: KnownRule, b: KnownRule): boolean =>
	a.among === b.among && JSON.stringify(a.when) === JSON.stringify(b.when);

const isSame = <T>(
	a: ReadonlyMap<string, T>,
	b: ReadonlyMap<string, T>,
): boolean =>
	a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
