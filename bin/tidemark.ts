// Which command was asked for? `start` runs the product; `link` prints a new way in; `people`, `tokens` and `sessions` say who may come in; `rules` prints what is watched for; `audit` proves the record; `backup` and `restore` keep the store; `doctor` says what is wrong.
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { doctorApart } from "./doctor/apart.ts";
import { link } from "./link.ts";
import { people } from "./people/people.ts";
import { sessions } from "./people/sessions.ts";
import { tokens } from "./people/tokens.ts";
import { restore } from "./restore.ts";
import { rules } from "./rules.ts";
import { start } from "./start.ts";

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

const commands = new Map([
	["start", start],
	["link", link],
	["people", people],
	["tokens", tokens],
	["sessions", sessions],
	["rules", rules],
	["audit", audit],
	["backup", backup],
	["restore", restore],
	["doctor", doctorApart],
]);

const [name = "", ...argv] = process.argv.slice(2);
const command = commands.get(name);
if (command) {
	process.exitCode = await command(argv);
} else {
	const asked = ["", "help", "--help", "-h"].includes(name);
	process.stderr.write(
		asked ? usage : `There is no command "${name}".\n\n${usage}`,
	);
	process.exitCode = asked ? 0 : 2;
}
