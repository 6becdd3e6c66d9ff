// How much of each broker does a scope hold? Worked out once a revision: it is asked with every look at the board.
import type { Scope } from "#lib/core/people/scope.ts";
import { namesIn } from "./brokers.ts";
import { byRevision } from "./by-revision.ts";
import { number, text } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { revOf } from "./revision.ts";
import { scopeConditions, scopeText } from "./scope.ts";

type Sizes = ReadonlyMap<string, number>;

const scopesMax = 200;

export function sizesOf(connection: Connection): (scope: Scope) => Sizes {
	const sizes = byRevision<Sizes>(scopesMax);
	return (scope) =>
		connection.reading(() =>
			sizes(revOf(connection), scopeText(scope), () =>
				counted(connection, scope),
			),
		);
}

function counted(connection: Connection, scope: Scope): Sizes {
	const there = scopeConditions(scope, namesIn(connection));
	const { sql, values } = there ?? { sql: "TRUE", values: [] };
	const found = connection.all(
		`SELECT broker, count(*) AS size FROM entry NOT INDEXED WHERE ${sql} GROUP BY broker`,
		...values,
	);
	return new Map(found.map(({ broker, size }) => [text(broker), number(size)]));
}
