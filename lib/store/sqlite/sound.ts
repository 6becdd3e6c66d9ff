// Is the file as the engine left it? A small one is read through at every opening; of a large one it is seen that its end is there.
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { StoreRefusal } from "../refusal.ts";
import { number } from "./cells.ts";
import type { Cells, Connection } from "./connection.ts";
import { damaged, lost, misplaced, notStore } from "./refused.ts";

/** Measured: reading through takes a millisecond a megabyte. Larger ones are read through by each backup and by whoever asks. */
const throughMaxBytes = 32 * 1024 ** 2;

/** Where the names of these lie there is a store, or a restore was broken off on its way. */
export const restoringIn = (folder: string): string =>
	join(folder, "restoring");

/** Asked before anything is made: an empty store in place of one that got lost would look like a quiet night. */
export function refuseLost(file: string): void {
	const folder = dirname(file);
	if (existsSync(restoringIn(folder)))
		throw new StoreRefusal(
			`A restore into ${folder} was broken off, and what is there is half of two stores: run the same "tidemark restore <file>" again, it begins anew and loses nothing.`,
		);
	const there = statSync(file, { throwIfNoEntry: false });
	if (there?.isDirectory()) throw new StoreRefusal(misplaced(file));
	if (bytesOf(file) === 0 && existsSync(join(folder, "record.key")))
		throw new StoreRefusal(lost(file));
}

export const bytesOf = (file: string): number =>
	statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** What was written and not yet put into the file stands beside it, and then the file may be shorter. */
export const isAllInOne = (file: string): boolean =>
	bytesOf(`${file}-wal`) === 0;

export function refuseUnsound(
	connection: Pick<Connection, "one">,
	file: string,
	wasAllInOne: boolean,
): void {
	const bytes = bytesOf(file);
	if (bytes > throughMaxBytes) {
		const { page_count, page_size } = {
			...connection.one("PRAGMA page_count"),
			...connection.one("PRAGMA page_size"),
		} satisfies Cells;
		if (wasAllInOne && number(page_count) * number(page_size) > bytes)
			throw new StoreRefusal(damaged(file, "its end is missing"));
		return;
	}
	const found = firstFault(connection.one("PRAGMA quick_check(1)"));
	if (found !== null) throw new StoreRefusal(damaged(file, found));
}

export function firstFault(cells: Cells | null): string | null {
	const said = Object.values(cells ?? {}).join("; ");
	return said === "ok" ? null : said.replaceAll(/\s+/g, " ").slice(0, 200);
}

/** Whatever else made this file: our tables do not go in between. */
export function refuseOthers(
	connection: Pick<Connection, "one">,
	file: string,
): void {
	const { ours = 0, all = 0 } =
		connection.one(
			"SELECT count(*) AS 'all', count(*) FILTER (WHERE name = 'board') AS ours FROM sqlite_master",
		) ?? {};
	if (number(all) > 0 && number(ours) === 0)
		throw new StoreRefusal(notStore(file));
}
