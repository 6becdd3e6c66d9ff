// Is nothing begun where its line of the record cannot be written?
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { approved, eventsIn } from "../../contract-clean-up-scene.ts";
import { StoreFull } from "../../full.ts";
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

test("where there is no room for a head nothing is begun", async () => {
	const { folder, store } = await openedIn();
	await approved(store, "a");
	const room = join(folder, "record.head.next");
	await rm(room, { force: true });
	await symlink("/dev/full", room);
	await expect(store.errands.claim("a", 60)).rejects.toThrow(StoreFull);
	expect(await store.errands.find("a")).toMatchObject({ state: "approved" });
	expect(await eventsIn(store)).toEqual(["a approved"]);
	await rm(room);
	expect(await store.errands.claim("a", 60)).toBe("claimed");
});

test.each(["record.key", "record.head"])(
	"without %s nothing is begun",
	async (name) => {
		const { folder, store } = await openedIn();
		await approved(store, "a");
		await rm(join(folder, name));
		const fault = `${name.replace("record.", "")} missing`;
		const refusal = { detail: { key: "record not whole", values: { fault } } };
		await expect(store.errands.claim("a", 60)).rejects.toMatchObject(refusal);
		const again = await openStore(folder);
		onTestFinished(() => again.close());
		await expect(again.errands.claim("a", 60)).rejects.toMatchObject(refusal);
		expect(await store.errands.find("a")).toMatchObject({ state: "approved" });
	},
);

test("a head one behind, as a crash leaves it, is brought up by the next line; an older one stops everything", async () => {
	const { folder, store } = await openedIn();
	const head = join(folder, "record.head");
	const heads: string[] = [];
	for (const id of ["a", "b", "c"]) {
		await approved(store, id);
		heads.push(join(folder, `head-${id}`));
		await cp(head, `${heads.at(-1)}`);
	}
	const [first = "", second = ""] = heads;
	await cp(second, head);
	expect(await store.record.verify()).toMatchObject({
		...{ isWhole: true, isHeadBehind: true },
	});
	expect(await store.errands.claim("a", 60)).toBe("claimed");
	expect(await store.record.verify()).toMatchObject({
		...{ isWhole: true, lines: 4, isHeadBehind: false },
	});
	await cp(first, head);
	expect(await store.record.verify()).toMatchObject({ fault: "head old" });
	await expect(store.errands.claim("b", 60)).rejects.toMatchObject({
		detail: { values: { fault: "head old" } },
	});
});

test("where the end was cut off nothing is added over the cut", async () => {
	const { folder, store } = await openedIn();
	for (const id of ["a", "b"]) await approved(store, id);
	const file = new DatabaseSync(join(folder, "tidemark.db"));
	file.exec("DROP TRIGGER record_stays; DELETE FROM record WHERE n = 2");
	file.close();
	await expect(store.errands.claim("a", 60)).rejects.toMatchObject({
		detail: { values: { fault: "end missing" } },
	});
	expect(await store.errands.find("a")).toMatchObject({ state: "approved" });
	expect(await eventsIn(store)).toEqual(["a approved"]);
});
