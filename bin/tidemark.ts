// Which command was asked for? `start` runs the product; `link` prints a new way in; `people`, `tokens` and `sessions` say who may come in; `rules` prints what is watched for; `audit` proves the record; `backup` and `restore` keep the store; `doctor` says what is wrong.

import { StoreRefusal } from "#lib/store/refusal.ts";
import { complain } from "./said.ts";

const usage = `tidemark watches message backlogs, says which will hurt first, and why.

  tidemark start    run the console; brokers come from tidemark.yaml, TIDEMARK_… variables or flags
  tidemark link     print a new entry link for a console that runs, or one for a screen on a wall
  tidemark people   who may come in by a password: add, change roles, remove
  tidemark tokens   tokens for programs: make, end
  tidemark sessions who is signed in: end
  tidemark rules    print what is watched for, also as rules for Prometheus
  tidemark audit    is the record of what was done whole? Explains itself
  tidemark backup   copy the store while it is in use, or check a copy
  tidemark restore  bring a backup back; what was there is moved aside
  tidemark doctor   what is wrong, and what to do about it; changes nothing

  --broker name=address   a broker to watch, as often as needed
  --listen 127.0.0.1:7700 where the console answers
  --folder ./.tidemark/store  where it keeps what it knows
  --every 5s              how often a broker is asked
  --history 1d,7d,90d,730d  how long every reading is kept, then one a minute, ten minutes, an hour
  --floor 512MB           history stops while less than this is free on the disk
  --metrics '\${NAME}'     the variable with the token that lets a program scrape /metrics
  --address https://tidemark.example.org  where people reach the console: links in notices begin with it
  --plain-http            serve others without encryption; without it that is refused
  --read-only             change nothing at any broker, whoever asks
  --reason-required       nobody approves a clean-up without saying why
  --config tidemark.yaml  another configuration file
  --demo                  let a visitor from this machine in without a key

tidemark.example.yaml shows every setting.
`;

export type Command = (argv: readonly string[]) => Promise<number>;

/** Each is loaded when it is asked for: at night somebody waits for one of them. */
const commands = new Map<string, () => Promise<Command>>([
	["start", async () => (await import("./start.ts")).start],
	["link", async () => (await import("./link.ts")).link],
	["people", async () => (await import("./people/people.ts")).people],
	["tokens", async () => (await import("./people/tokens.ts")).tokens],
	["sessions", async () => (await import("./people/sessions.ts")).sessions],
	["rules", async () => (await import("./rules.ts")).rules],
	["audit", async () => (await import("./audit.ts")).audit],
	["backup", async () => (await import("./backup.ts")).backup],
	["restore", async () => (await import("./restore.ts")).restore],
	["doctor", async () => (await import("./doctor/apart.ts")).doctorApart],
]);

const [name = "", ...argv] = process.argv.slice(2);
const load = commands.get(name);
if (load) process.exitCode = await ended(await load(), argv);
else {
	const asked = ["", "help", "--help", "-h"].includes(name);
	process.stderr.write(
		asked ? usage : `There is no command "${name}".\n\n${usage}`,
	);
	process.exitCode = asked ? 0 : 2;
}

/** A store that refuses says why, whichever command opened it. */
async function ended(command: Command, words: readonly string[]) {
	try {
		return await command(words);
	} catch (error) {
		if (!(error instanceof StoreRefusal)) throw error;
		return complain(error.message, 1);
	}
}
