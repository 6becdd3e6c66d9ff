// How is a file opened so that nothing at all is left behind, not even the files that the engine makes beside it?
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";

/** Where nobody has it open even whoever only reads would make two files beside it and leave them; so the engine is told that nothing changes. */
export function untouched(file: string, timeout: number): DatabaseSync {
	const url = pathToFileURL(file);
	if (!existsSync(`${file}-wal`)) url.search = "?immutable=1";
	return new DatabaseSync(url, { readOnly: true, timeout });
}
