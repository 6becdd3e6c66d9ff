// Who is signed in, and how is a session ended at the terminal?
import { loadHere } from "#lib/config/here.ts";
import { printed } from "#lib/config/mistake.ts";
import { complain, tell } from "../said.ts";
import { askedIn } from "./asked.ts";
import { atStore, type Here } from "./doing.ts";
import { linesOf, momentOf } from "./table.ts";

const usage = `tidemark sessions says who is signed in, and ends sessions.

  tidemark sessions                       all of them: who, how, from where, until when
  tidemark sessions end <id>              that one
  tidemark sessions end --person mina     all of mina's

--folder and --config are understood as by \`tidemark start\`.
`;

export async function sessions(argv: readonly string[]): Promise<number> {
	const { words, person, others } = askedIn(argv);
	const [verb, id] = words;
	if (argv.some((it) => ["help", "--help", "-h"].includes(it)))
		return tell(usage, 0);
	if (verb !== undefined && verb !== "end")
		return complain(`There is no "sessions ${verb}".\n\n${usage}`, 2);
	if (verb === "end" && (id === undefined) === (person === null))
		return complain(
			"Say which: tidemark sessions end <id>, or --person <name>",
			2,
		);
	const loaded = loadHere(others);
	if (loaded.mistakes) return complain(printed(loaded.mistakes), 2);
	return atStore(loaded.configuration, (here) => {
		if (verb === undefined) return list(here, person);
		return person === null ? endOne(here, id ?? "") : endAll(here, person);
	});
}

async function endOne({ did }: Here, session: string): Promise<number> {
	await did({ verb: "end session", session });
	return tell("It has ended.", 0);
}

async function endAll({ store, did }: Here, person: string): Promise<number> {
	const all = await store.sessions.all(person, Date.now());
	if (all.length === 0)
		return complain(`Nobody called ${person} is signed in.`, 1);
	await did({ verb: "end sessions", person });
	return tell(`${person} is signed out everywhere.`, 0);
}

async function list({ store }: Here, person: string | null): Promise<number> {
	const all = await store.sessions.all(person, Date.now());
	if (all.length === 0) return tell("Nobody is signed in.", 0);
	const rows = all.map((it) => [
		...[it.id, it.person, it.way, it.from ?? "unknown"],
		...[momentOf(it.usedMs), momentOf(it.endsMs)],
	]);
	const heads = ["id", "who", "by", "from", "last used", "until"];
	return tell(linesOf(heads, rows), 0);
}
