// What is known of each broker, and when does somebody who looks see a difference?
import type { BrokerFact } from "#lib/core/board.ts";
import type { Connections } from "#lib/core/connections.ts";
import type { OwnShare } from "#lib/core/own-share.ts";
import type { Standing } from "#lib/core/standing.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import {
	fromJson,
	fromJsonOrNull,
	json,
	jsonOrNull,
	number,
	numberOrNull,
	text,
	textOrNull,
} from "./cells.ts";
import type { Cells, Connection } from "./connection.ts";

const visible = [
	...["system", "address", "every_ms", "trouble"],
	...["parts", "version", "subscriptions"],
];

/** Two statements: when it was heard, what that cost, who is connected and what would be lost moves with every tick and changes nothing on the board, the rest does. */
const putFact = `INSERT INTO broker (name, ${visible.join(", ")}) VALUES (?, ${visible.map(() => "?").join(", ")})
	ON CONFLICT (name) DO UPDATE SET ${visible.map((it) => `${it} = excluded.${it}`).join(", ")}
	WHERE (${visible.join(", ")}) IS NOT (${visible.map((it) => `excluded.${it}`).join(", ")})`;
const putTimes =
	"UPDATE broker SET heard_ms = ?, read_ms = ?, tried_ms = ?, own_share = ?, connections = ?, standing = ? WHERE name = ?";

/** True when anything changed that the board shows. */
export function putBroker(connection: Connection, fact: BrokerFact): boolean {
	const changed = connection.run(
		putFact,
		fact.name,
		fact.system,
		fact.address,
		fact.everyMs,
		jsonOrNull(fact.trouble),
		json(fact.parts),
		fact.version,
		fact.subscriptions,
	);
	const { heardMs, readMs, triedMs, ownShare } = fact;
	const { connections, standing, name } = fact;
	connection.run(
		...[putTimes, heardMs, readMs, triedMs, jsonOrNull(ownShare)],
		...[jsonOrNull(connections), json(standing), name],
	);
	return changed > 0;
}

export function brokersIn(connection: Connection): readonly BrokerFact[] {
	return connection.all("SELECT * FROM broker ORDER BY name").map(factOf);
}

export const namesIn = (connection: Connection): readonly string[] =>
	connection.all("SELECT name FROM broker").map((cells) => text(cells.name));

function factOf(cells: Cells): BrokerFact {
	return {
		name: text(cells.name),
		system: text(cells.system),
		address: text(cells.address),
		everyMs: number(cells.every_ms),
		heardMs: numberOrNull(cells.heard_ms),
		readMs: numberOrNull(cells.read_ms),
		triedMs: numberOrNull(cells.tried_ms),
		trouble: fromJsonOrNull<Trouble>(cells.trouble),
		parts: fromJson<readonly Trouble[]>(cells.parts),
		version: textOrNull(cells.version),
		subscriptions: number(cells.subscriptions),
		ownShare: fromJsonOrNull<OwnShare>(cells.own_share),
		connections: fromJsonOrNull<Connections>(cells.connections),
		standing: fromJson<readonly Standing[]>(cells.standing),
	};
}
