// What can be read of the file by somebody who does not open it as a store?
import { stat } from "node:fs/promises";
import type { Outside, OutsideFile, Seen } from "../outside.ts";
import { outletsIn } from "./alerts/outlet-rows.ts";
import { brokersIn } from "./brokers.ts";
import { number, numberOrNull } from "./cells.ts";
import { type Connection, connectionOf } from "./connection.ts";
import { migrations } from "./migrations.ts";
import { pulseStore } from "./pulse.ts";
import { untouched } from "./untouched.ts";

const patienceMs = 1_000;

export async function lookAtSqlite(file: string): Promise<Outside> {
	let connection: Connection | null = null;
	try {
		const fileBytes = await sizeOf(file);
		if (fileBytes === null) return { is: "none" };
		const logBytes = (await sizeOf(`${file}-wal`)) ?? 0;
		connection = connectionOf(untouched(file, patienceMs));
		const found = fileIn(connection, fileBytes, logBytes);
		return found.schema === found.ours
			? { is: "there", ...found, ...(await seenIn(connection)) }
			: { is: "other schema", ...found };
	} catch (error) {
		const detail = error instanceof Error ? error.message : String(error);
		return { is: "unreadable", detail };
	} finally {
		connection?.close();
	}
}

function fileIn(
	connection: Connection,
	fileBytes: number,
	logBytes: number,
): OutsideFile {
	const pragma = (name: string) =>
		number(connection.one(`PRAGMA ${name}`)?.[name]);
	return {
		schema: pragma("user_version"),
		ours: migrations.length,
		...{ fileBytes, logBytes },
		spareBytes: pragma("freelist_count") * pragma("page_size"),
	};
}

async function seenIn(connection: Connection): Promise<Seen> {
	const since = connection.one("SELECT min(first_ms) AS ms FROM past_series");
	const people = connection.one(
		"SELECT count(*) AS n FROM person WHERE verifier IS NOT NULL",
	);
	return {
		pulse: await pulseStore(connection).last(),
		brokers: brokersIn(connection),
		outlets: outletsIn(connection),
		sinceMs: numberOrNull(since?.ms),
		people: number(people?.n),
	};
}

async function sizeOf(file: string): Promise<number | null> {
	try {
		return (await stat(file)).size;
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT")
			return null;
		throw error;
	}
}
