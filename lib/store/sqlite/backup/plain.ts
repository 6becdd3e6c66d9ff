// How is a file read as it lies there? Without migrations, without a log of changes of its own, and by default without changing a byte.
import { DatabaseSync } from "node:sqlite";
import type { Connection } from "../connection.ts";

export type Plain = Pick<Connection, "all" | "one" | "run" | "exec">;

export function within<T>(
	file: string,
	{ readOnly = true }: { readonly readOnly?: boolean },
	work: (plain: Plain) => T,
): T {
	const database = new DatabaseSync(file, { readOnly, timeout: 5_000 });
	try {
		return work({
			all: (sql, ...values) => database.prepare(sql).all(...values),
			one: (sql, ...values) => database.prepare(sql).get(...values) ?? null,
			run: (sql, ...values) =>
				Number(database.prepare(sql).run(...values).changes),
			exec: (sql) => database.exec(sql),
		});
	} finally {
		database.close();
	}
}
