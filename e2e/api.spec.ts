// Does the API do for a program what its guide shows? Each line of it, in its order, by a real curl with a token.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { typedIn } from "#lib/for-tests-documents.ts";
import { tidemark } from "./product.ts";
import { expect, type Stage, test } from "./stage.ts";
import { kafkaWork } from "./work.ts";

const run = promisify(execFile);

/** Programs get theirs at the terminal, of the store that is in use. */
async function tokenOf({ product: { folder } }: Stage): Promise<string> {
	const [make = ""] = typedIn("docs/api.md", "bin/tidemark tokens ").flat();
	const [, ...words] = make.split(" ");
	const { stdout } = await run(tidemark, [
		...words,
		...["--folder", join(folder, "store")],
	]);
	return stdout.trim();
}

test("a program reads the board, looks, has a clean-up planned, done and taken back, and mutes", async ({
	request,
	stage,
}) => {
	const work = await kafkaWork(stage, "asked");
	const folder = await mkdtemp(join(tmpdir(), "tidemark-api-"));
	const env: NodeJS.ProcessEnv = {
		NODE_ENV: "test",
		PATH: process.env.PATH ?? "",
		TIDEMARK: stage.product.origin,
		TOKEN: await tokenOf(stage),
	};
	const type = async (line: string) => {
		const { stdout } = await run("sh", ["-c", line], { cwd: folder, env });
		return stdout;
	};
	await work.startReading();
	await work.produce(6);
	const own = `/api/board?filter=channel:${work.channel}`;
	const row = async () => (await (await request.get(own)).json()).rows[0];
	await expect.poll(async () => (await row())?.lag).toMatchObject({ n: 0 });
	await work.stopReading();
	await expect
		.poll(async () => (await row())?.members?.registered, { timeout: 60_000 })
		.toBe(0);
	env.ID = (await row()).id;

	const said: string[] = [];
	for (const line of typedIn("docs/api.md", "curl ").flat()) {
		// An answer held back until there is a plan, or an end, may have to be asked for once more.
		const asked = async () => JSON.parse(await type(line));
		if (line.includes("?wait=")) {
			const settled = ["answered", "planned", "done"];
			const told = () => asked().then(({ state }) => state);
			await expect
				.poll(told, { timeout: 30_000 })
				.toMatch(new RegExp(`^(?:${settled.join("|")})$`));
		}
		const out = await type(line);
		if (line.includes(" > ")) {
			const file = line.split(" > ")[1] ?? "";
			expect(await readFile(join(folder, file), "utf8")).toMatch(/^[\w.]+,/);
			continue;
		}
		const reply = JSON.parse(out);
		if (line.includes("--json")) env.ERRAND = reply.id ?? env.ERRAND;
		env.HASH = reply.undertaking?.hash ?? env.HASH ?? "";
		said.push(reply.state ?? "");
	}
	expect(said.filter((state) => state !== "")).toEqual([
		...["asked", "answered", "asked", "planned"],
		...["approved", "done", "asked", "asked"],
	]);
	await rm(folder, { recursive: true });
	await work.end();
});
