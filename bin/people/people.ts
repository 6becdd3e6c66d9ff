// Who may come in by a password, and how is that changed at the terminal?
import { randomBytes } from "node:crypto";
import { passwordsOf, usualStrength } from "#lib/access/passwords.ts";
import { hashOf, newSecret } from "#lib/access/sessions.ts";
import { refusePassword } from "#lib/access/sign-in.ts";
import { loadHere } from "#lib/config/here.ts";
import { printed } from "#lib/config/mistake.ts";
import { isPersonName } from "#lib/core/people/people.ts";
import { peopleFaults } from "#lib/say/en/people-faults.ts";
import { complain, tell } from "../said.ts";
import { type Asked, askedIn } from "./asked.ts";
import { atStore, type Here } from "./doing.ts";
import { linesOf, momentOf } from "./table.ts";
import { typedPassword } from "./typed.ts";

const usage = `tidemark people says who may come in by a password, and changes it. Each change stands in the record, as done by the owner.

  tidemark people                                who is there, with which roles
  tidemark people add mina --role operator       asks for a password without showing it; or reads the first line that is piped in
  tidemark people add mina --role viewer --invite   prints a link by which mina sets a password, once, within three days
  tidemark people roles mina --role admin        other roles, from now on; --role may be given several times
  tidemark people password mina                  another password; every session of mina ends
  tidemark people invite mina                    a new link for that
  tidemark people remove mina                    with all sessions and tokens

viewer sees, operator also acts where nothing can be lost, admin may everything; tidemark.yaml may name other roles.
A password is never given as an argument: others on this machine could read it there.
--folder and --config are understood as by \`tidemark start\`.
`;

type Work = (here: Here, name: string, asked: Asked) => Promise<number>;

const works: ReadonlyMap<string, Work> = new Map([
	["add", add],
	["roles", roles],
	["password", password],
	["invite", invite],
	["remove", remove],
]);

export async function people(argv: readonly string[]): Promise<number> {
	const asked = askedIn(argv);
	const [verb, name, more] = asked.words;
	if (argv.some((it) => ["help", "--help", "-h"].includes(it)))
		return tell(usage, 0);
	const work = verb === undefined ? list : works.get(verb);
	if (!work) return complain(`There is no "people ${verb}".\n\n${usage}`, 2);
	if (verb !== undefined && name === undefined)
		return complain(`Say whom: tidemark people ${verb} <name>`, 2);
	if (more !== undefined)
		return complain(
			`"${more}" is one word too many; a name with spaces stands in quotes, and a password is asked for.`,
			2,
		);
	if (name !== undefined && !isPersonName(name))
		return complain(peopleFaults["person name bad"]({}), 2);
	const loaded = loadHere(asked.others);
	if (loaded.mistakes) return complain(printed(loaded.mistakes), 2);
	return atStore(loaded.configuration, (here) => work(here, name ?? "", asked));
}

async function list({ store }: Here): Promise<number> {
	const all = await store.people.people();
	if (all.length === 0)
		return tell(
			"Nobody yet. Add somebody: tidemark people add <name> --role viewer",
			0,
		);
	const rows = all.map(({ name, roles, verifier, signedInMs }) => [
		...[name, roles.join(", "), verifier === null ? "no" : "yes"],
		signedInMs === null ? "never" : momentOf(signedInMs),
	]);
	return tell(linesOf(["name", "roles", "password", "signed in"], rows), 0);
}

async function add(here: Here, name: string, asked: Asked): Promise<number> {
	if (asked.roles.length === 0) return complain(noRole("add", name), 2);
	const wish = {
		verb: "add person",
		person: name,
		roles: asked.roles,
	} as const;
	if (asked.invite) {
		await here.did(wish);
		return invite(here, name);
	}
	const typed = await typedPassword(name);
	if (typed === null) return complain(notTyped, 1);
	refusePassword(typed, name);
	await here.did(wish);
	await set(here, name, typed);
	return tell(`${name} may come in now.`, 0);
}

const noRole = (verb: string, name: string) =>
	`Say what ${name} may: tidemark people ${verb} ${name} --role viewer`;
const notTyped =
	"No password was set: what was typed differed, or was nothing.";

async function roles(here: Here, person: string, asked: Asked) {
	if (asked.roles.length === 0) return complain(noRole("roles", person), 2);
	await here.did({ verb: "set roles", person, roles: asked.roles });
	return tell(`${person} is ${asked.roles.join(", ")} from now on.`, 0);
}

async function password(here: Here, name: string): Promise<number> {
	const typed = await typedPassword(name);
	if (typed === null) return complain(notTyped, 1);
	refusePassword(typed, name);
	await set(here, name, typed);
	return tell(`${name} has another password; every session has ended.`, 0);
}

const laidDownForMs = 10 * 60_000;

async function set({ store, did }: Here, person: string, typed: string) {
	const verifier = await passwordsOf(usualStrength).verifierOf(typed);
	const laid = randomBytes(16).toString("base64url");
	const nowMs = Date.now();
	const untilMs = nowMs + laidDownForMs;
	await store.people.layDown({ id: laid, verifier, untilMs }, nowMs);
	await did({ verb: "set password", person, laid });
}

async function invite({ configuration, did }: Here, person: string) {
	const key = newSecret();
	await did({ verb: "invite", person, key: hashOf(key) });
	return tell(
		`By this link ${person} sets a password, once, within three days:\n\n  ${configuration.url}/enter#invitation=${key}`,
		0,
	);
}

async function remove({ did }: Here, person: string): Promise<number> {
	await did({ verb: "remove person", person });
	return tell(`${person} is gone, with every session and token.`, 0);
}
