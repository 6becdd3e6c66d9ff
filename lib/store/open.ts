// Which engine keeps the rows of this installation? One file in its folder.
import { join } from "node:path";
import { openSqlite } from "./sqlite/open-sqlite.ts";
import type { Store } from "./store.ts";

/** Throws a StoreRefusal when the folder or the file in it must not be used. */
export function openStore(folder: string): Promise<Store> {
	return openSqlite({ file: join(folder, "tidemark.db") });
}
