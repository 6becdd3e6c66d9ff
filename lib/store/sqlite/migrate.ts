// Which schema does the file have, and how does it come to ours? Forward only, all steps or none.
import { StoreRefusal } from "../refusal.ts";
import { number } from "./cells.ts";
import type { Connection } from "./connection.ts";
import { migrations } from "./migrations.ts";

export function migrate(connection: Connection, file: string): void {
	if (versionOf(connection) === newestSchema) return;
	connection.writing(() => {
		// Asked again inside: another process may just have done it.
		refuseNewer(connection, file);
		const version = versionOf(connection);
		for (const sql of migrations.slice(version)) connection.exec(sql);
		connection.exec(`PRAGMA user_version = ${newestSchema}`);
	});
}

export const newestSchema = migrations.length;

/** Asked before anything else looks inside: what a newer program put there may be anything. */
export function refuseNewer(connection: Reads, file: string): void {
	const version = versionOf(connection);
	if (version > newestSchema)
		throw new StoreRefusal(
			`${file} was written by a newer Tidemark (its schema is ${version}, this program knows ${newestSchema}): start the newer program, or name another folder.`,
		);
}

type Reads = Pick<Connection, "one">;

export function versionOf(connection: Reads): number {
	return number(connection.one("PRAGMA user_version")?.user_version);
}
