// Which tokens do programs have, and how is one made or ended at the terminal?
import { hashOf } from "#lib/access/sessions.ts";
import { newToken } from "#lib/access/tokens.ts";
import { loadHere } from "#lib/config/here.ts";
import { printed } from "#lib/config/mistake.ts";
import { isPersonName } from "#lib/core/people/people.ts";
import { peopleFaults } from "#lib/say/en/people-faults.ts";
import { complain, tell } from "../said.ts";
import { askedIn, daysIn } from "./asked.ts";
import { atStore, type Here } from "./doing.ts";
import { linesOf, momentOf } from "./table.ts";

const usage = `tidemark tokens says which tokens programs have, and makes and ends them.

  tidemark tokens                                   all of them
  tidemark tokens add ci --role viewer --days 90    prints a token, this once; it ends after so many days, at most 366
  tidemark tokens end <id>                          from now on it opens nothing

A program sends it as \`Authorization: Bearer tm_…\`. It may what its roles may, and never lets anybody in.
--folder and --config are understood as by \`tidemark start\`.
`;

const usualDays = 90;
const daysWrong = "A token lasts from 1 to 366 days: --days 90";

export async function tokens(argv: readonly string[]): Promise<number> {
	const { words, roles, days: written, others } = askedIn(argv);
	const [verb, name] = words;
	if (argv.some((it) => ["help", "--help", "-h"].includes(it)))
		return tell(usage, 0);
	if (verb !== undefined && verb !== "add" && verb !== "end")
		return complain(`There is no "tokens ${verb}".\n\n${usage}`, 2);
	if (verb !== undefined && name === undefined)
		return complain(
			`Say which: tidemark tokens ${verb} <${verb === "add" ? "name" : "id"}>`,
			2,
		);
	const loaded = loadHere(others);
	if (loaded.mistakes) return complain(printed(loaded.mistakes), 2);
	if (verb === "add") {
		const days = daysIn(written, usualDays);
		if (days === null) return complain(daysWrong, 2);
		if (!isPersonName(name ?? ""))
			return complain(peopleFaults["person name bad"]({}), 2);
		if (roles.length === 0)
			return complain(
				`Say what it may: tidemark tokens add ${name} --role viewer`,
				2,
			);
		const asked = { name: name ?? "", roles, days };
		return atStore(loaded.configuration, (here) => add(here, asked));
	}
	return atStore(loaded.configuration, (here) =>
		verb === "end" ? end(here, name ?? "") : list(here),
	);
}

type Making = {
	readonly name: string;
	readonly roles: readonly string[];
	readonly days: number;
};

async function add({ did }: Here, asked: Making): Promise<number> {
	const token = newToken();
	await did({ verb: "add token", ...asked, token: hashOf(token) });
	return tell(token, 0);
}

async function end({ did }: Here, token: string): Promise<number> {
	await did({ verb: "end token", token });
	return tell("It opens nothing any more.", 0);
}

async function list({ store }: Here): Promise<number> {
	const all = await store.people.tokens(Date.now());
	if (all.length === 0) return tell("There is no token.", 0);
	const rows = all.map(({ id, name, person, roles, expiresMs, usedMs }) => [
		...[id, name, person, roles.join(", "), momentOf(expiresMs)],
		usedMs === null ? "never" : momentOf(usedMs),
	]);
	return tell(
		linesOf(["id", "name", "of", "roles", "until", "last used"], rows),
		0,
	);
}
