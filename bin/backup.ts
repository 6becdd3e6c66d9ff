// How is the store copied while it is in use? Whole, of one moment and closed to others; or a copy is looked through.
import { rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { loadHere } from "#lib/config/here.ts";
import { printed } from "#lib/config/mistake.ts";
import type { Backup } from "#lib/store/backup-port.ts";
import { StoreRefusal } from "#lib/store/refusal.ts";
import {
	backupsAt,
	backupsIn,
	nameAt,
} from "#lib/store/sqlite/backup/backups.ts";
import { looked } from "#lib/store/sqlite/backup/looked.ts";
import { megabytes, writeBackup } from "#lib/store/sqlite/backup/written.ts";
import { complain, tell } from "./said.ts";
import { flagsIn, isHelp, moment } from "./store-words.ts";

const usage = `tidemark backup copies the store, whether Tidemark runs or not: nobody waits, and all of it is of one moment.

  tidemark backup                into the folder backups beside the store, named by the time
  tidemark backup --to place     into that folder if it is one, else as that file; nothing is ever written over
  tidemark backup --keep 7       only the newest seven of those named by the time stay in that folder
  tidemark backup --check file   is that backup whole, and of when? Changes nothing; ends with 1 where it is not

A backup holds what the store holds, the key of its record among it: keep it as closed as the store, and on another disk.
Every day from cron: tidemark backup --to /mnt/backups/ --keep 14
Back again: tidemark restore <file>

--folder and --config are understood as by \`tidemark start\`.
`;

export async function backup(argv: readonly string[]): Promise<number> {
	if (isHelp(argv)) return tell(usage, 0);
	const { given, words, others } = flagsIn(argv, ["to", "keep", "check"]);
	const [word] = words;
	if (word !== undefined)
		return complain(`"${word}" is one word too many.\n\n${usage}`, 2);
	const keep = given.keep === undefined ? null : Number(given.keep);
	if (keep !== null && !(Number.isInteger(keep) && keep >= 1))
		return complain("--keep wants a whole number, such as 7.", 2);
	if (given.to === "" || given.check === "")
		return complain("--to and --check want a file.", 2);
	const loaded = loadHere(others);
	if (loaded.mistakes) return complain(printed(loaded.mistakes), 2);
	const { folder } = loaded.configuration;
	try {
		if (given.check !== undefined)
			return tell(`${sentenceOf(looked(resolve(given.check)))}`, 0);
		const nowMs = Date.now();
		const to = placeFor(given.to, folder, nowMs);
		const made = sentenceOf(writeBackup(folder, to, nowMs));
		const gone = keep === null ? 0 : forget(dirname(to), keep);
		return tell(gone === 0 ? made : `${made} ${gone} older removed.`, 0);
	} catch (error) {
		if (error instanceof StoreRefusal) return complain(error.message, 1);
		const why = error instanceof Error ? error.message : String(error);
		return complain(`No backup was made: ${why}.`, 1);
	}
}

function placeFor(
	to: string | undefined,
	folder: string,
	nowMs: number,
): string {
	if (to === undefined) return join(backupsIn(folder), nameAt(nowMs));
	const isFolder =
		to.endsWith("/") ||
		statSync(to, { throwIfNoEntry: false })?.isDirectory() === true;
	return isFolder ? join(resolve(to), nameAt(nowMs)) : resolve(to);
}

/** Only what this command named itself. */
function forget(place: string, keep: number): number {
	const old = backupsAt(place).slice(keep);
	for (const file of old) rmSync(file);
	return old.length;
}

export function sentenceOf(it: Backup): string {
	const lines = `${it.lines.toLocaleString("en")} ${it.lines === 1 ? "line" : "lines"} of the record`;
	const record = it.isRecordWhole
		? lines
		: `${lines}, which was not whole in the store either: \`tidemark audit verify\` says more`;
	return `${it.file} is whole: the store as it was at ${moment(it.atMs)}, ${megabytes(it.bytes)}, ${record}.`;
}
