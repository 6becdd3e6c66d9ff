// How is a file read as it lies there? Without migrations, without a log of changes of its own, and by default without changing a byte.
import { DatabaseSync } from "node:sqlite";
import type { Connection } from "../connection.ts";
import { untouched } from "../untouched.ts";

const patienceMs = 5_000;

export type Plain = Pick<Connection, "all" | "one" | "run" | "exec">;

/** Untouched where it is only looked at; shared where others may begin to write it meanwhile, which takes locks; own where it is written. */
export function within<T>(
	file: string,
	{ as = "untouched" }: { readonly as?: "untouched" | "shared" | "own" },
	work: (plain: Plain) => T,
): T {
	const readOnly = as === "shared";
	const database =
		as === "untouched"
			? untouched(file, patienceMs)
			: new DatabaseSync(file, { readOnly, timeout: patienceMs });
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
