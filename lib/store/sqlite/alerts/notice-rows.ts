// What is owed to whom, what came of it, and how does each outlet fare?
import {
	type Answer,
	type Notice,
	noticeSays,
	noticeStates,
	noticeWhys,
	type OwedNotice,
} from "#lib/core/alert/notice.ts";
import type { ToldOf } from "#lib/core/alert/shown.ts";
import type { TriedNotice } from "../../alert-port.ts";
import {
	fromJson,
	fromJsonOrNull,
	json,
	number,
	numberOrNull,
	oneOf,
	text,
} from "../cells.ts";
import type { Cells, Connection } from "../connection.ts";
import { growAlertsRev } from "./rev.ts";

/**
 * Written down once, however often somebody says so. What is told again has nothing to add while the wave is still to be
 * told of something: an outlet that takes nothing for an hour is owed one notice of it and not sixty.
 */
export function putNotice(connection: Connection, notice: Notice): number {
	const { id, wave, outlet, says, why, atMs } = notice;
	return connection.run(
		`INSERT INTO notice (id, wave, outlet, says, why, at_ms, state, tries, next_ms, contents)
		SELECT ?1, ?2, ?3, ?4, ?5, ?6, 'owed', 0, ?6, ?7
		WHERE ?4 <> 'still fires' OR NOT EXISTS (SELECT 1 FROM notice WHERE wave = ?2 AND state = 'owed')
		ON CONFLICT (id) DO NOTHING`,
		...[id, wave, outlet, says, why, atMs, json(notice)],
	);
}

/**
 * What one wave is told arrives in its order, or "over" could be followed by "fires"; waves do not wait for each other,
 * or one that an outlet cannot bear would hold up all behind it. Each outlet has its turn.
 */
const due = `WITH due AS (
		SELECT n, row_number() OVER (PARTITION BY outlet ORDER BY next_ms, n) AS turn FROM notice INDEXED BY notice_owed
		WHERE state = 'owed' AND next_ms <= ? AND NOT EXISTS (
			SELECT 1 FROM notice AS earlier WHERE earlier.wave = notice.wave AND earlier.n < notice.n AND earlier.state = 'owed'))
	SELECT id, outlet, at_ms, state, tries, notice.next_ms, answer, answered_ms FROM due CROSS JOIN notice USING (n) ORDER BY turn, next_ms, n LIMIT ?`;

export const owedIn = (
	connection: Connection,
	nowMs: number,
	limit: number,
): readonly OwedNotice[] =>
	connection.all(due, nowMs, limit).map((cells) => ({
		...{ id: text(cells.id), outlet: text(cells.outlet) },
		atMs: number(cells.at_ms),
		...courseOf(cells),
	}));

export function noticeIn(connection: Connection, id: string): Notice | null {
	const sql = "SELECT contents FROM notice WHERE id = ? AND state = 'owed'";
	const cells = connection.one(sql, id);
	return cells && fromJson<Notice>(cells.contents);
}

const courseOf = (cells: Cells) => ({
	state: oneOf(noticeStates, cells.state),
	tries: number(cells.tries),
	nextMs: number(cells.next_ms),
	answer: fromJsonOrNull<Answer>(cells.answer),
	answeredMs: numberOrNull(cells.answered_ms),
});

export function tryNotice(
	connection: Connection,
	id: string,
	{ atMs, answer, nextMs }: TriedNotice,
): void {
	const state = answer.isTaken
		? "delivered"
		: nextMs === null
			? "given up"
			: "owed";
	const found = connection.one(
		`UPDATE notice SET state = ?1, tries = tries + 1, next_ms = ?2, answer = ?3, answered_ms = ?4,
			contents = iif(?1 = 'owed', contents, NULL) WHERE id = ?5 AND state = 'owed' RETURNING outlet`,
		...[state, nextMs ?? atMs, json(answer), atMs, id],
	);
	if (found === null) return;
	connection.run(
		`UPDATE outlet SET answer = ?1, delivered = delivered + ?2, failed = failed + 1 - ?2, given_up = given_up + ?3,
			delivered_ms = iif(?2, ?4, delivered_ms),
			failing_since_ms = iif(?2, NULL, ifnull(failing_since_ms, ?4)) WHERE name = ?5`,
		...[json(answer), answer.isTaken ? 1 : 0, state === "given up" ? 1 : 0],
		...[atMs, text(found.outlet)],
	);
	growAlertsRev(connection);
}

const toldMax = 50;
/** Not its contents, which may be as long as a megabyte. */
const toldColumns =
	"outlet, says, why, at_ms, notice.state, tries, next_ms, answer, answered_ms";

/** How people were told of one alert: not what its wave was told after it was over. */
export const toldOf = (
	connection: Connection,
	alert: string,
): readonly ToldOf[] =>
	connection
		.all(
			`SELECT ${toldColumns} FROM wave_alert CROSS JOIN notice USING (wave) CROSS JOIN alert ON alert.id = wave_alert.alert
			WHERE wave_alert.alert = ? AND (says <> 'still fires' OR at_ms <= ifnull(resolved_ms, at_ms))
			ORDER BY ifnull(answered_ms, at_ms) DESC, n DESC LIMIT ${toldMax}`,
			alert,
		)
		.map((cells) => ({
			outlet: text(cells.outlet),
			says: oneOf(noticeSays, cells.says),
			why: oneOf(noticeWhys, cells.why),
			atMs: number(cells.at_ms),
			...courseOf(cells),
		}));
