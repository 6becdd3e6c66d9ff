// Which schema does the file have, and how does it come to ours? Forward only, all steps or none.
import { StoreRefusal } from "../refusal.ts";
import { number } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { migrations } from "./migrations.ts";

export function migrate(connection: Connection, file: string): void {
	if (versionOf(connection) === migrations.length) return;
	connection.writing(() => {
		// Asked again inside: another process may just have done it.
		const version = versionOf(connection);
		if (version > migrations.length)
			throw new StoreRefusal(
				`${file} was written by a newer Tidemark (its schema is ${version}, this program knows ${migrations.length}): start the newer program, or name another folder.`,
			);
		for (const sql of migrations.slice(version)) connection.exec(sql);
		connection.exec(`PRAGMA user_version = ${migrations.length}`);
	});
}

function versionOf(connection: Connection): number {
	return number(connection.one("PRAGMA user_version")?.user_version);
}
