// Does the record stay one chain whatever processes do to it: writing at once, dying in the middle, finding no room?
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { approved, eventsIn } from "../../contract-clean-up-scene.ts";
import { entryOf } from "../../contract-record.ts";
import { openStore } from "../../open.ts";

async function openedIn() {
	const folder = await mkdtemp(join(tmpdir(), "tidemark-record-"));
	const store = await openStore(folder);
	onTestFinished(async () => {
		await store.close();
		await rm(folder, { recursive: true, force: true });
	});
	return { folder, store };
}

/** A file of this many bytes is as large as one may become; none unless given. */
function start(folder: string, work: string, bytesMax?: number) {
	const file = join(import.meta.dirname, "for-tests/scribe.ts");
	const limit = bytesMax ? `ulimit -f ${Math.ceil(bytesMax / 1_024)};` : "";
	const child = spawn(
		"bash",
		["-c", `${limit} exec "$@"`, "", process.execPath, file, folder, work],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	onTestFinished(() => void child.kill("SIGKILL"));
	let said = "";
	child.stdout.on("data", (text) => {
		said += text;
	});
	const ended = once(child, "close");
	return {
		opened: once(child.stdout, "data"),
		async kill() {
			child.kill("SIGKILL");
			await ended;
		},
		async said() {
			await ended;
			return said.trim().split("\n").slice(1);
		},
	};
}

test("two processes that write at once and are killed at any moment leave one whole chain", async () => {
	const { folder, store } = await openedIn();
	const linesNow = async () => (await store.record.lines(0, 1e6)).length;
	for (let round = 0; round < 3; round++) {
		const scribes = [start(folder, "write"), start(folder, "write")];
		await Promise.all(scribes.map(({ opened }) => opened));
		const lines = await linesNow();
		await expect
			.poll(linesNow, { timeout: 30_000, interval: 5 })
			.toBeGreaterThan(lines + Math.random() * 9);
		await Promise.all(scribes.map((it) => it.kill()));
		const verified = await store.record.verify();
		expect(verified).toMatchObject({ isWhole: true, lines: await linesNow() });
		await store.record.append(entryOf(0));
		expect(await store.record.verify()).toMatchObject({ isHeadBehind: false });
	}
}, 120_000);

test("what was approved is claimed once, whichever of three processes is first", async () => {
	const { folder, store } = await openedIn();
	const ids = Array.from({ length: 30 }, (_, n) => `errand-${n}`);
	for (const id of ids) await approved(store, id);
	const claimers = [1, 2, 3].map(() => start(folder, "claim"));
	const said = (await Promise.all(claimers.map((it) => it.said()))).flat();
	const claimed = said.filter((it) => it.startsWith("claimed "));
	expect(claimed.toSorted()).toEqual(
		ids.map((id) => `claimed ${id}`).toSorted(),
	);
	const running = (await eventsIn(store)).filter((it) =>
		it.endsWith("running"),
	);
	expect(running).toHaveLength(ids.length);
}, 120_000);

test("where the store may not grow any more nothing is begun, and the record is whole", async () => {
	const { folder, store } = await openedIn();
	await approved(store, "a");
	const scribe = start(folder, "write", 1_000_000);
	expect(await scribe.said()).toEqual(["full 1"]);
	expect(await store.errands.find("a")).toMatchObject({ state: "approved" });
	expect(await store.record.verify()).toMatchObject({ isWhole: true });
	expect(await store.errands.claim("a", 60)).toBe("claimed");
}, 120_000);
