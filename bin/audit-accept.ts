// May a record that is not whole go on? Says first what is lost, and goes on once somebody puts their name to it.
import { openStore } from "#lib/store/open.ts";
import type { RecordFault, Verified } from "#lib/store/record-port.ts";
import { complain, tell } from "./said.ts";

export type Signed = {
	readonly by: string | null;
	readonly why: string | null;
};

const lengthMax = 500;

/** The two flags of this command, and all the others. */
export function signedIn(argv: readonly string[]) {
	const signed: { by: string | null; why: string | null } = {
		...{ by: null, why: null },
	};
	const others: string[] = [];
	for (let i = 0; i < argv.length; i++) {
		const word = argv[i] ?? "";
		const [, name, value] = /^--(by|why)(?:=(.*))?$/s.exec(word) ?? [];
		if (name !== "by" && name !== "why") others.push(word);
		else signed[name] = (value ?? argv[++i] ?? "").trim().slice(0, lengthMax);
	}
	return { signed, others };
}

export async function accept(
	folder: string,
	{ by, why }: Signed,
	sentenceOf: (verified: Verified) => string,
): Promise<number> {
	const store = await openStore(folder);
	try {
		const found = await store.record.verify();
		if (found.isWhole)
			return tell(`${sentenceOf(found)} There is nothing to accept.`, 0);
		const said = `${sentenceOf(found)}\n${lost[found.fault]}`;
		if (!by || !why) return complain(`${said}\n\n${howTo}`, 1);
		const atMs = Date.now();
		const accepted = await store.record.accept({ by, why, atMs });
		if (accepted === null) return tell("Somebody was faster.", 0);
		return tell(`${said}\n\n${gone(by, accepted)}`, 0);
	} finally {
		await store.close();
	}
}

const howTo = `If a backup of the whole folder exists, bring that back instead. Otherwise put your name to the loss:

  tidemark audit accept --by "your name" --why "what happened"

Nothing is taken away: what lies there stays as it is, a line says who accepted it and when, and the record goes on from there.
`;

const gone = (by: string, { n, hash }: { n: number; hash: string }): string =>
	`Accepted by ${by}: line ${n} says so, and what lies before it cannot be changed unseen from now on. Clean-ups go on. Note its hash elsewhere: ${hash}.`;

/** What nobody will ever be able to tell again. */
export const lost: Readonly<Record<RecordFault, string>> = {
	"key missing":
		"Lost: the proof of every line so far. What they say may be true, and nobody can tell any more.",
	"key wrong":
		"Lost: the proof of every line so far. What they say may be true, and nobody can tell any more.",
	"head missing":
		"Lost: the proof that nothing is missing at the end. The lines that are there are proved by each other.",
	"head wrong":
		"Lost: the proof that nothing is missing at the end. The lines that are there are proved by each other.",
	"head old":
		"Lost: nothing that can be seen, as every line fits the one before; who put the old one back, and why, nobody can tell.",
	"line missing":
		"Lost: what stood there, and the proof that the lines around it stand as they were written.",
	"line changed":
		"Lost: what stood there, and the proof that the lines around it stand as they were written.",
	"end missing":
		"Lost: those lines for ever. What was done then is told by no one.",
};
