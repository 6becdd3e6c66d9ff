// How does an alert go into the file and come out the same, with what somebody acknowledged meanwhile?
import type { Acknowledged, Alert } from "#lib/core/alert/alert.ts";
import { ruleGravities } from "#lib/core/alert/rule.ts";
import type { AlertCount } from "../../alert-port.ts";
import {
	fromJson,
	fromJsonOrNull,
	json,
	jsonOrNull,
	number,
} from "../cells.ts";
import type { Cells, Connection } from "../connection.ts";

const put = `INSERT INTO alert (id, gravity, state, subscription, fired_ms, resolved_ms, told, acknowledged) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
	ON CONFLICT (id) DO UPDATE SET gravity = excluded.gravity, state = excluded.state, fired_ms = excluded.fired_ms,
		resolved_ms = excluded.resolved_ms, told = excluded.told
	WHERE told <> excluded.told`;

/** How many rows were changed: none where it is as it was. */
export function putAlert(
	connection: Connection,
	{ acknowledged, ...told }: Alert,
): number {
	const { id, gravity, state, target, firedMs, resolvedMs } = told;
	return connection.run(
		put,
		...[id, ruleGravities.indexOf(gravity), state],
		...[target.is === "subscription" ? target.id : null, firedMs, resolvedMs],
		...[json(told), jsonOrNull(acknowledged)],
	);
}

export const alertColumns = "alert.id, alert.told, alert.acknowledged";

export const alertOf = (cells: Cells): Alert => ({
	...fromJson<Omit<Alert, "acknowledged">>(cells.told),
	acknowledged: fromJsonOrNull<Acknowledged>(cells.acknowledged),
});

/** By what they are and how grave; what has none is not named. */
export const countsIn = (connection: Connection): readonly AlertCount[] =>
	(["pending", "firing"] as const).flatMap((state) =>
		connection
			.all(
				`SELECT gravity, count(*) AS n FROM alert WHERE state = '${state}' GROUP BY gravity`,
			)
			.flatMap(({ gravity, n }) => {
				const named = ruleGravities[number(gravity)];
				return named ? [{ state, gravity: named, n: number(n) }] : [];
			}),
	);

/** Why those that fire are not told, as it is now and no longer as it was. */
export function putHeld(
	connection: Connection,
	held: ReadonlyMap<string, string>,
): number {
	const before = new Map(
		connection
			.all("SELECT id, held FROM alert WHERE held IS NOT NULL")
			.map(({ id, held }) => [id, held]),
	);
	const sql = "UPDATE alert SET held = ? WHERE id = ?";
	let changed = 0;
	for (const [id, why] of held) {
		if (before.get(id) !== why) changed += connection.run(sql, why, id);
		before.delete(id);
	}
	for (const id of before.keys())
		if (typeof id === "string") changed += connection.run(sql, null, id);
	return changed;
}
