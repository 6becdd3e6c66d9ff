// How does a backup become the store again? What was there is moved aside, and what is lost is said.
import { userInfo } from "node:os";
import { resolve } from "node:path";
import { loadHere } from "#lib/config/here.ts";
import { printed } from "#lib/config/mistake.ts";
import type { Restored } from "#lib/store/backup-port.ts";
import { StoreRefusal } from "#lib/store/refusal.ts";
import { restore as bringBack } from "#lib/store/sqlite/backup/restored.ts";
import { complain, tell } from "./said.ts";
import { flagsIn, isHelp, moment } from "./store-words.ts";

const usage = `tidemark restore brings a backup back, while no Tidemark runs on that folder.

  tidemark restore file                          the backup is read through first; what lies in the folder is moved aside, never deleted
  tidemark restore file --by name --why reason   both stand in the line of the record that tells of it

Everybody who was signed in signs in again. Whatever was done at brokers stays done.

--folder and --config are understood as by \`tidemark start\`.
`;

const lengthMax = 500;

export async function restore(argv: readonly string[]): Promise<number> {
	if (isHelp(argv)) return tell(usage, 0);
	const { given, words, others } = flagsIn(argv, ["by", "why"]);
	const [file, word] = words;
	if (file === undefined) return complain(`Which backup?\n\n${usage}`, 2);
	if (word !== undefined)
		return complain(`"${word}" is one word too many.\n\n${usage}`, 2);
	const loaded = loadHere(others);
	if (loaded.mistakes) return complain(printed(loaded.mistakes), 2);
	const { folder } = loaded.configuration;
	try {
		const restored = await bringBack({
			...{ folder, file: resolve(file), nowMs: Date.now() },
			by: given.by?.trim().slice(0, lengthMax) || whoRuns(),
			why: given.why?.trim().slice(0, lengthMax) || null,
		});
		return tell(said(folder, restored), 0);
	} catch (error) {
		if (error instanceof StoreRefusal) return complain(error.message, 1);
		const why = error instanceof Error ? error.message : String(error);
		return complain(`Nothing was restored: ${why}.`, 1);
	}
}

/** A user that the machine has no name for, as in some containers, still has a number. */
function whoRuns(): string {
	try {
		return userInfo().username;
	} catch {
		return `user ${process.getuid?.()}`;
	}
}

function said(folder: string, it: Restored): string {
	return [
		`The store in ${folder} is again as it was at ${moment(it.backup.atMs)}.`,
		lost(it),
		it.aside === null
			? "Nothing was there before."
			: `What was there lies in ${it.aside}, as it was; delete it once nobody misses anything.`,
		it.line === null
			? "Its record was not whole when the backup was made, so no line tells of this: `tidemark audit verify` says more."
			: `Line ${it.line} of the record tells of it.`,
		"Who was removed and which tokens were ended since the backup is not known any more: see `tidemark people` and `tidemark tokens`. Everybody signs in again.",
	].join("\n");
}

function lost({ backup, writtenMs, linesLost }: Restored): string {
	if (writtenMs === null)
		return "What was written since is lost, if anything was.";
	if (writtenMs <= backup.atMs) return "Nothing was written since.";
	const lines =
		linesLost === null || linesLost < 0
			? "How many lines of the record are among it cannot be known."
			: `${linesLost} ${linesLost === 1 ? "line" : "lines"} of the record ${linesLost === 1 ? "is" : "are"} among it.`;
	return `Lost is what was written from then until ${moment(writtenMs)}: readings, alerts, and changes of rules and people. ${lines}`;
}
