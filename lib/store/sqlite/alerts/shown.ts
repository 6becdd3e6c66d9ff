// What are screens shown of alerts? What fires, the gravest first, and what fired, page by page.
import type { ShownAlert } from "#lib/core/alert/shown.ts";
import type { Scope } from "#lib/core/people/scope.ts";
import type { PastAlerts, PastAsked, ShownAlerts } from "../../alert-port.ts";
import { byRevision } from "../by-revision.ts";
import { number, text, textOrNull } from "../cells.ts";
import type { Cells, Connection } from "../connection.ts";
import { placeAt, placeIn } from "../place.ts";
import { scopeText } from "../scope.ts";
import { alertColumns, alertOf } from "./alert-rows.ts";
import { mutesIn } from "./mute-rows.ts";
import { toldOf } from "./notice-rows.ts";
import { outletsIn } from "./outlet-rows.ts";
import { alertsRevOf } from "./rev.ts";
import { knownRulesIn } from "./rule-rows.ts";

const columns = `${alertColumns}, held, subscription`;
/** What a graver alert of the same subscription tells stands with that one. */
const apart = "(held IS NULL OR held <> 'graver')";

export function shownAlerts(connection: Connection): ShownAlerts {
	/** Asked with every look at the board. */
	const counts = byRevision<number>(countsMax);
	return {
		async alertsRev() {
			return alertsRevOf(connection);
		},
		async firingTotal(scope = null) {
			return connection.reading(() => countOf("firing", scope));
		},
		async firing(limit, scope = null) {
			const there = thereFor(scope);
			return connection.reading(() => ({
				alerts: connection
					.all(
						`SELECT ${columns} FROM alert INDEXED BY alert_firing WHERE state = 'firing' AND ${apart} AND ${there.sql}
						ORDER BY gravity DESC, fired_ms, id LIMIT ?`,
						...[...there.values, limit],
					)
					.map(shownOf),
				total: countOf("firing", scope),
				pending: countOf("pending", scope),
			}));
		},
		async past(asked) {
			return connection.reading(() => past(asked));
		},
		async alert(id) {
			return connection.reading(() => {
				const sql = `SELECT ${columns} FROM alert WHERE id = ?`;
				const cells = connection.one(sql, id);
				return cells && shownOf(cells);
			});
		},
		async ofSubscription(id, fromMs, toMs) {
			return connection
				.all(
					`SELECT ${alertColumns} FROM alert WHERE subscription = ? AND fired_ms < ?
					AND (resolved_ms IS NULL OR resolved_ms >= ?) ORDER BY fired_ms DESC, id LIMIT ${markedMax}`,
					...[id, toMs, fromMs],
				)
				.map(alertOf);
		},
		async knownRules() {
			return knownRulesIn(connection);
		},
		async outlets() {
			return outletsIn(connection);
		},
		async mutes(endedSinceMs) {
			return mutesIn(connection, endedSinceMs);
		},
	};

	function countOf(state: "firing" | "pending", scope: Scope): number {
		const { sql, values } = thereFor(scope);
		const counting = `SELECT count(*) AS n FROM alert WHERE state = '${state}' AND ${apart} AND ${sql}`;
		const count = () => number(connection.one(counting, ...values)?.n);
		if (scope === null) return count();
		const asked = `${state} ${scopeText(scope)}`;
		return counts(alertsRevOf(connection), asked, count);
	}

	function shownOf(cells: Cells): ShownAlert {
		return {
			alert: alertOf(cells),
			held: textOrNull(cells.held),
			also: alsoOf(textOrNull(cells.subscription)),
			told: toldOf(connection, text(cells.id)),
		};
	}

	function alsoOf(subscription: string | null): readonly string[] {
		if (subscription === null) return [];
		return connection
			.all(
				`SELECT ${alertColumns} FROM alert WHERE subscription = ? AND state = 'firing' AND NOT ${apart}
				ORDER BY gravity DESC, fired_ms, id`,
				subscription,
			)
			.map((cells) => alertOf(cells).rule);
	}

	function past({
		fromMs,
		toMs,
		limit,
		cursor,
		scope = null,
	}: PastAsked): PastAlerts {
		const there = thereFor(scope);
		const within = `state = 'resolved' AND fired_ms IS NOT NULL AND resolved_ms >= ? AND resolved_ms < ? AND ${there.sql}`;
		const span = [fromMs, toMs, ...there.values];
		const whole = connection.one(
			`SELECT count(*) AS n, ifnull(sum(max(0, resolved_ms - fired_ms)), 0) AS ms FROM alert WHERE ${within}`,
			...span,
		);
		const after = cursor === null ? "" : "AND (resolved_ms, id) < (?, ?)";
		const found = connection.all(
			`SELECT ${columns}, resolved_ms FROM alert WHERE ${within} ${after}
			ORDER BY resolved_ms DESC, id DESC LIMIT ?`,
			...[...span, ...(cursor === null ? [] : placeIn(cursor)), limit + 1],
		);
		const shown = found.slice(0, limit);
		const last = shown.at(-1);
		return {
			alerts: shown.map(shownOf),
			total: number(whole?.n),
			firingMs: number(whole?.ms),
			next:
				last && found.length > limit
					? placeAt(number(last.resolved_ms), text(last.id))
					: null,
		};
	}
}

const thereFor = (scope: Scope) =>
	scope === null
		? { sql: "TRUE", values: [] }
		: {
				sql: "holds_target(?, json_extract(told, '$.target'))",
				values: [scopeText(scope)],
			};

const countsMax = 200;
/** More marks than these nobody tells apart on one line. */
const markedMax = 200;
