// Does each line of ours that the documents show do something when it is typed? One after the other, on a store of its own.
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { typedIn } from "#lib/for-tests-documents.ts";
import { openStore } from "#lib/store/open.ts";
import { audit } from "./audit.ts";
import { backup } from "./backup.ts";
import { doctor } from "./doctor/doctor.ts";
import { heardFrom } from "./for-tests.ts";
import { link } from "./link.ts";
import { people } from "./people/people.ts";
import { sessions } from "./people/sessions.ts";
import { tokens } from "./people/tokens.ts";
import { restore } from "./restore.ts";
import { rules } from "./rules.ts";

const works = new Map(
	Object.entries({
		...{ audit, backup, link, people, restore, rules },
		...{ sessions, tokens, doctor },
	}),
);
const tidemark = path.join(import.meta.dirname, "tidemark");
const guides = [
	...["docs/team.md", "docs/api.md"],
	...["docs/alerts.md", "docs/clean-ups.md"],
];

/** Without what a shell does with a line: what follows a #, and where its output goes. */
const wordsOf = (line: string): readonly string[] =>
	line
		.replace(/ +#.*| > .*/, "")
		.split(" ")
		.slice(1);

async function scene() {
	const folder = await mkdtemp(path.join(tmpdir(), "tidemark-documented-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const store = path.join(folder, "store");
	const kept = path.join(folder, "kept");
	const config = path.join(folder, "tidemark.yaml");
	// Nobody is there: what is tried is the line, and not a broker.
	await writeFile(config, "brokers: { away: redis://127.0.0.1:1 }\n");
	await (await openStore(store)).close();
	const here = async (word: string) =>
		word
			.replace("/var/lib/tidemark", store)
			.replace("/mnt/backups", kept)
			.replace(
				"<file>",
				word.includes("<file>") ? ((await readdir(kept))[0] ?? "") : "",
			);
	return async (line: string) => {
		const words = await Promise.all(wordsOf(line).map(here));
		const [name = "", ...argv] = words;
		const place = words.includes("--folder") ? [] : ["--folder", store];
		const all = [...argv, ...place, "--config", config];
		return { name, all };
	};
}

test.each(guides)(
	"what %s shows is done, or says in a sentence what is wrong",
	async (guide) => {
		const lines = typedIn(guide, "bin/tidemark ")
			.flat()
			.filter((line) => line.startsWith("bin/tidemark "));
		expect(lines).not.toEqual([]);
		const at = await scene();
		for (const line of lines) {
			const { name, all } = await at(line);
			const asksPassword = line.includes("asks for a password");
			const work = works.get(name);
			if (!work) throw new Error(`there is no command ${name}`);
			const said = asksPassword
				? piped([name, ...all])
				: await heardFrom(() => work(all));
			// The doctor finds the broker that is away.
			const code = name === "doctor" ? 1 : 0;
			expect({ line, ...said }).toMatchObject({ code, err: "" });
			if (name !== "audit") expect(said.out).not.toBe("");
		}
	},
);

function piped(words: readonly string[]) {
	const input = "a long enough tide\n";
	const { status, stdout, stderr } = spawnSync(tidemark, words, {
		input,
		encoding: "utf8",
	});
	return { code: status, out: stdout, err: stderr };
}
