// Is what was erased really gone, from every file of the store?
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { answerSaying, errandFor } from "../contract-contents.ts";
import { openStore } from "../open.ts";

async function twoStores() {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-erase-"));
	const [store, other] = [await openStore(folder), await openStore(folder)];
	onTestFinished(async () => {
		await Promise.all([store.close(), other.close()]);
		await rm(folder, { recursive: true });
	});
	const bytes = async () => {
		const names = await readdir(folder);
		const files = names.map((name) => readFile(join(folder, name), "latin1"));
		return (await Promise.all(files)).join("\n");
	};
	return { store, other, bytes };
}

test.each([10, 100_000])(
	"of a message of %i times a word no file holds that word once it was erased",
	async (times) => {
		const { store, other, bytes } = await twoStores();
		const word = "pineapple-4711 ";
		for (const id of ["read", "unread"]) {
			await store.errands.ask(errandFor(id, true));
			const end = answerSaying(word.repeat(times), 5);
			await store.errands.end(id, end);
		}
		expect(await bytes()).toContain(word);
		expect(await other.errands.find("read")).not.toBeNull();
		await other.errands.erase("read");
		await store.errands.eraseContents(10);
		expect(await bytes()).not.toContain(word);
	},
);
