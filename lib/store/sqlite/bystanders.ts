// Which groups stand beside the board, and did anything about them change?
import type { KnownBystander, KnownBystanders } from "#lib/core/bystander.ts";
import { fromJson, json, number } from "./cells.ts";
import type { Connection } from "./connection.ts";

const put = `INSERT INTO bystander (broker, name, told) VALUES (?, ?, ?)
	ON CONFLICT (broker, name) DO UPDATE SET told = excluded.told WHERE told IS NOT excluded.told`;
const keep =
	"DELETE FROM bystander WHERE broker = ? AND name NOT IN (SELECT value FROM json_each(?))";
const count =
	"UPDATE broker SET beside_left_out = ? WHERE name = ? AND beside_left_out IS NOT ?";

/** Writes what changed, and says whether anything did. */
export function putBystanders(
	connection: Connection,
	broker: string,
	{ groups, leftOut }: KnownBystanders,
): boolean {
	const names = groups.map(({ name }) => name);
	let changed = connection.run(keep, broker, json(names));
	for (const group of groups)
		changed += connection.run(put, broker, group.name, json(group));
	changed += connection.run(count, leftOut, broker, leftOut);
	return changed > 0;
}

export function bystandersIn(
	connection: Connection,
	broker: string,
): KnownBystanders {
	return connection.reading(() => {
		const cells = connection.one(
			"SELECT beside_left_out FROM broker WHERE name = ?",
			broker,
		);
		const groups = connection
			.all("SELECT told FROM bystander WHERE broker = ? ORDER BY name", broker)
			.map(({ told }) => fromJson<KnownBystander>(told));
		return { groups, leftOut: cells ? number(cells.beside_left_out) : 0 };
	});
}
