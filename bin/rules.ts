// What is watched for? All rules as they hold now, as a part of a file, or as a file of rules for Prometheus.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { prometheusRules } from "#lib/alerts/prometheus/rules.ts";
import type { Configuration } from "#lib/config/configuration.ts";
import { loadHere } from "#lib/config/here.ts";
import { printed } from "#lib/config/mistake.ts";
import { writtenRules } from "#lib/config/rules-written.ts";
import { openStore } from "#lib/store/open.ts";
import { complain, tell } from "./said.ts";

const usage = `tidemark rules prints what is watched for: the usual rules, those of the file and those of the screen.

  tidemark rules                as they would stand in tidemark.yaml
  tidemark rules --prometheus   as a file of rules for Prometheus, over what /metrics tells; promtool check rules reads it

--folder and --config are understood as by \`tidemark start\`.
`;

export async function rules(argv: readonly string[]): Promise<number> {
	if (argv.some((it) => ["help", "--help", "-h"].includes(it)))
		return tell(usage, 0);
	const others = argv.filter((it) => it !== "--prometheus");
	const loaded = loadHere(others);
	if (loaded.mistakes) return complain(printed(loaded.mistakes), 2);
	const { configuration } = loaded;
	const known = await knownRules(configuration);
	return others.length < argv.length
		? tell(prometheusRules(known, configuration.url), 0)
		: tell(writtenRules(known), 0);
}

/** The file as it is now, and of the screen what the file does not replace: as a start would take them. */
async function knownRules({ folder, alerts }: Configuration) {
	const own = alerts.rules;
	if (!existsSync(join(folder, "tidemark.db"))) return own;
	const store = await openStore(folder);
	try {
		const all = await store.alerts.knownRules();
		const named = (name: string) => own.find((rule) => rule.name === name);
		const screen = all.filter(
			({ name, from }) => from === "screen" && named(name)?.from !== "file",
		);
		const kept = own.filter(({ name }) =>
			screen.every((rule) => rule.name !== name),
		);
		return [...kept, ...screen];
	} finally {
		await store.close();
	}
}
