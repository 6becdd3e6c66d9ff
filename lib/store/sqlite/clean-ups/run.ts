// How does a clean-up go on, once the collector has it? Each step is one statement that says from where, so that one caller takes it.
import { endOf, seenAgain, stepOf } from "#lib/core/clean-up/recorded.ts";
import type { Claimed, Planning, RunCleanUps } from "../../clean-up-port.ts";
import { json, jsonOrNull, text, textOrNull } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { errandIn, errandOf } from "../errand-rows.ts";
import type { Recorded, Recorder } from "../record/recorder.ts";
import { beforeIn, keepBefore } from "./before-images.ts";
import { forgetCleanUps } from "./forget.ts";
import { inTime } from "./in-time.ts";
import { keepOthers } from "./others.ts";
import { stepped } from "./stepped.ts";
import { planCells } from "./undertakings.ts";
import { isFree, letGo, take } from "./undoing.ts";

const late = `state IN ('planned', 'approved')
	AND EXISTS (SELECT 1 FROM clean_up WHERE errand = errand.id AND NOT ${inTime})`;
const claim = `UPDATE errand SET state = 'running' WHERE id = ? AND state = 'approved'
	AND EXISTS (SELECT 1 FROM clean_up WHERE errand = errand.id AND ${inTime})`;
const finish =
	"UPDATE errand SET state = ?, ended_ms = ?, failure = ? WHERE id = ? AND state IN ('approved', 'running')";
const ofRunning = `WHERE errand = ? AND id = ?
	AND EXISTS (SELECT 1 FROM errand WHERE id = clean_up_target.errand AND state = 'running')`;
const move = `UPDATE clean_up_target SET progress = ? ${ofRunning}`;
const settle = `UPDATE clean_up_target SET outcome = ? ${ofRunning}`;
const tell = `UPDATE clean_up_target SET afterwards = json_insert(afterwards, '$[#]', json(?))
	WHERE errand = ? AND id = ? AND EXISTS (SELECT 1 FROM errand WHERE id = clean_up_target.errand AND ended_ms IS NOT NULL)`;

export function runCleanUps(
	connection: Connection,
	{ recorded }: Recorder,
): RunCleanUps {
	return {
		async planned(id, planning) {
			return connection.writing(() => plan(id, planning));
		},
		async expire(nowMs) {
			let expired = 0;
			while (
				connection.one(`SELECT 1 FROM errand WHERE ${late} LIMIT 1`, nowMs) &&
				recorded(() => expireOne(nowMs))
			)
				expired++;
			return expired;
		},
		async claim(id, nowMs) {
			return recorded(() => claimed(id, nowMs));
		},
		async running() {
			return connection
				.all("SELECT * FROM errand WHERE state = 'running' ORDER BY asked_ms")
				.map((cells) => errandOf(connection, cells));
		},
		async stoppedBy(id) {
			const sql = "SELECT stopped_by FROM clean_up WHERE errand = ?";
			return textOrNull(connection.one(sql, id)?.stopped_by ?? null);
		},
		async move(id, target, progress) {
			const told = json(progress);
			return connection.writing(
				() => connection.run(move, told, id, target) === 1,
			);
		},
		async settle(id, target, outcome) {
			const told = json(outcome);
			return connection.writing(
				() => connection.run(settle, told, id, target) === 1,
			);
		},
		async keep(id, target, before) {
			return connection.writing(() =>
				keepBefore(connection, id, target, before),
			);
		},
		async before(id, target, place, limit) {
			return beforeIn(connection, id, target, place, limit);
		},
		async finish(id, { state, outcomes, failure, endedMs }) {
			const why = jsonOrNull(failure);
			return recorded(() => {
				const changed = connection.run(finish, state, endedMs, why, id);
				if (changed === 1) {
					for (const [target, outcome] of Object.entries(outcomes))
						connection.run(
							"UPDATE clean_up_target SET outcome = ? WHERE errand = ? AND id = ?",
							...[json(outcome), id, target],
						);
					letGo(connection, id, state, outcomes);
				}
				return stepped(connection, id, changed, (errand) =>
					endOf(errand, state, { outcomes, failure, endedMs }),
				);
			});
		},
		async tell(id, target, afterwards) {
			const told = json(afterwards);
			return recorded(() =>
				stepped(connection, id, connection.run(tell, told, id, target), (it) =>
					seenAgain(it, target, afterwards),
				),
			);
		},
		async forgetCleanUps(nowMs, limit) {
			return connection.writing(() => forgetCleanUps(connection, nowMs, limit));
		},
	};

	function plan(id: string, planning: Planning): boolean {
		const sql =
			"UPDATE errand SET state = 'planned' WHERE id = ? AND state = 'asked' AND action IS NOT NULL RETURNING asked_ms";
		const asked = connection.one(sql, id);
		if (asked === null) return false;
		const { leftOut, hash, plannedMs, expiresMs } = planning;
		connection.run(
			"INSERT INTO clean_up (errand, left_out, hash, planned_ms, expires_ms) VALUES (?, ?, ?, ?, ?)",
			...[id, leftOut, hash, plannedMs, expiresMs],
		);
		for (const it of planning.targets)
			connection.run(
				"INSERT INTO clean_up_target (errand, id, broker, asked_ms, subscription, failure, plan, plan_more) SELECT id, ?, ?, asked_ms, ?, ?, ?, ? FROM errand WHERE id = ?",
				...[it.id, it.subscription.broker, json(it.subscription)],
				jsonOrNull(it.failure),
				...(it.plan ? planCells(it.plan) : [null, null]),
				id,
			);
		keepOthers(connection, id, planning);
		return true;
	}

	function expireOne(nowMs: number): Recorded<boolean> {
		const found = connection.one(
			`UPDATE errand SET state = 'expired', ended_ms = ? WHERE id = (SELECT id FROM errand WHERE ${late} LIMIT 1) RETURNING id`,
			...[nowMs, nowMs],
		);
		if (found === null) return { result: false, entry: null };
		return stepped(connection, text(found.id), 1, (errand) =>
			stepOf(errand, "expired", null, nowMs),
		);
	}

	function claimed(id: string, nowMs: number): Recorded<Claimed> {
		const errand = errandIn(connection, id, "short");
		if (errand?.state !== "approved")
			return { result: "not approved", entry: null };
		if (!isFree(connection, errand)) return { result: "taken", entry: null };
		if (connection.run(claim, id, nowMs) !== 1)
			return { result: "expired", entry: null };
		take(connection, errand);
		const sql = "UPDATE clean_up SET started_ms = ? WHERE errand = ?";
		connection.run(sql, nowMs, id);
		const entry = stepOf(errand, "running", null, nowMs);
		return { result: "claimed", entry };
	}
}
