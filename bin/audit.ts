// Is the record of what was done still what was written? Reads it through, and says in one sentence what it found.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadHere } from "#lib/config/here.ts";
import { printed } from "#lib/config/mistake.ts";
import { openStore } from "#lib/store/open.ts";
import type { RecordFault, Verified } from "#lib/store/record-port.ts";
import { accept, type Signed, signedIn } from "./audit-accept.ts";
import { complain, tell } from "./said.ts";

const usage = `tidemark audit reads the record: one line for every step of every clean-up and every change of a rule, a mute, an alert or of who may come in, with who, when and why, kept for ever.

  tidemark audit verify   is it whole? Ends with 0 where it is, and with 1 where a line was edited, taken away, put in or moved
  tidemark audit lines    print it, one line of JSON for each
  tidemark audit accept   where it is not whole: what is lost, and how to go on with what is there

Each line is sealed together with all lines before it, by a key in record.key; record.head says where the record ends. Both lie
in the folder of the store. Where either does not fit, nothing is cleaned up until the whole folder is brought back from a backup, another one
is named, or somebody puts their name to the loss. Note the last hash that verify prints somewhere else now and then: whoever has the key could write the whole record
anew, but not to the same hash.

--folder and --config are understood as by \`tidemark start\`.
`;

export async function audit([name = "", ...argv]: readonly string[]) {
	if (["", "help", "--help", "-h"].includes(name)) return tell(usage, 0);
	const work = works.get(name);
	if (!work) return complain(`There is no "audit ${name}".\n\n${usage}`, 2);
	const { signed, others } =
		name === "accept" ? signedIn(argv) : { signed: nobody, others: argv };
	const loaded = loadHere(others);
	if (loaded.mistakes) return complain(printed(loaded.mistakes), 2);
	const { folder } = loaded.configuration;
	if (!existsSync(join(folder, "tidemark.db")))
		return complain(`There is no store in ${folder}: name it by --folder.`, 2);
	try {
		return await work(folder, signed);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return complain(`The record cannot be read: ${why}.`, 1);
	}
}

type Work = (folder: string, signed: Signed) => Promise<number>;

const works = new Map<string, Work>([
	["verify", verify],
	["lines", lines],
	["accept", (folder, signed) => accept(folder, signed, sentenceOf)],
]);

const nobody: Signed = { by: null, why: null };

async function verify(folder: string): Promise<number> {
	const store = await openStore(folder);
	try {
		const verified = await store.record.verify();
		const sentence = sentenceOf(verified);
		return verified.isWhole ? tell(sentence, 0) : complain(sentence, 1);
	} finally {
		await store.close();
	}
}

const linesAtOnce = 500;

async function lines(folder: string): Promise<number> {
	const store = await openStore(folder);
	try {
		for (let after = 0; ; ) {
			const some = await store.record.lines(after, linesAtOnce);
			for (const line of some) tell(JSON.stringify(line), 0);
			if (some.length < linesAtOnce) return 0;
			after += linesAtOnce;
		}
	} finally {
		await store.close();
	}
}

export function sentenceOf(verified: Verified): string {
	if (!verified.isWhole)
		return `The record is not whole: ${faults[verified.fault](verified.line)}.`;
	const { lines, hash, isHeadBehind, accepted } = verified;
	if (lines === 0) return "The record is whole; nothing was written yet.";
	const counted = `The record is whole: ${lines} ${lines === 1 ? "line" : "lines"}, the last with the hash ${hash}.`;
	const whole =
		accepted === null
			? counted
			: `${counted} It was not always so: line ${accepted} tells what was wrong before it, and who accepted that.`;
	return isHeadBehind
		? `${whole} Its head is one line behind, as a crash leaves it; the next line brings it up.`
		: whole;
}

const faults: Readonly<Record<RecordFault, (line: number | null) => string>> = {
	"key missing": () =>
		"record.key is gone, and without it no line can be proved; bring it back from a backup",
	"key wrong": () =>
		"record.key is not the key it was written with; bring it back from a backup",
	"head missing": () =>
		"record.head is gone, so nobody can tell whether lines are missing at the end",
	"head wrong": () => "record.head was not written by this program",
	"head old": () =>
		"record.head is of an earlier time; somebody put an old one back",
	"line missing": (line) => `line ${line} is missing`,
	"line changed": (line) =>
		`line ${line} is not what was written there, or those before it are not all there`,
	"end missing": (line) =>
		`it ends too early; line ${line} and what may have followed is gone`,
};
