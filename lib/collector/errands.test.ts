// Does everybody who may ask get an answer, once, and at what cost to the broker?
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import {
	accessWith,
	sessionAs,
	usualAccess,
	usualDoor,
	whereOnly,
} from "#lib/access/for-tests.ts";
import { enter, offerEntry } from "#lib/access/sessions.ts";
import type { LookWish } from "#lib/core/errand.ts";
import type { Look } from "#lib/core/look.ts";
import { anyPending } from "#lib/core/pending.ts";
import type { AccessRules } from "#lib/core/people/access.ts";
import type { Right } from "#lib/core/people/role.ts";
import { factOf, rowOf } from "#lib/store/contract-rows.ts";
import type { ErrandStore } from "#lib/store/errand-port.ts";
import { openStore } from "#lib/store/open.ts";
import { startErrands } from "./errands.ts";

const row = rowOf("orders");
const seen: Look = {
	...{ atMs: 1, part: "members", total: 0, offset: 0 },
	...{ partitions: [], members: [], settings: [] },
	...{ pending: null, survey: null },
};
const silent = () => undefined;

async function scene(
	change: Partial<ErrandStore> = {},
	access: AccessRules = usualAccess,
) {
	const folder = await mkdtemp(path.join(tmpdir(), "tidemark-errands-"));
	const store = await openStore(folder);
	const other = await openStore(folder);
	await store.board.write({ broker: factOf(), rows: [row], gone: [] });
	const key = await offerEntry(store, Date.now());
	const wish = { by: "entry", key } as const;
	const entered = await enter(store, wish, usualDoor, Date.now());
	const look = vi.fn(async () => seen);
	const errands = startErrands({
		store: { ...store, errands: { ...store.errands, ...change } },
		access,
		deadlineMs: 1_000,
		connectionTo: () => ({
			look,
			read: () => Promise.reject(new Error("not asked here")),
			close: async () => undefined,
		}),
		cleanUps: {
			draw: () => Promise.reject(new Error("nothing is drawn here")),
			run: async () => undefined,
			notice: silent,
			stop: async () => undefined,
		},
		tries: () => Promise.reject(new Error("nothing is tried here")),
		alerts: () => Promise.reject(new Error("no alerts here")),
		people: () => Promise.reject(new Error("no people here")),
		log: { info: silent, warn: silent, error: silent },
	});
	onTestFinished(async () => {
		errands.stop();
		await Promise.all([store.close(), other.close()]);
		await rm(folder, { recursive: true });
	});
	const ask = (
		id: string,
		session = entered.person.session,
		wish: Partial<LookWish> = {},
	) =>
		other.errands.ask({
			...{ id, by: "owner", session, askedMs: Date.now() },
			wish: {
				...{ verb: "look", subscription: row.id, part: "members" },
				...{ sort: "lag", offset: 0, limit: 10, pending: null },
				...wish,
			},
		});
	const sessionOf = async (role: string) => {
		const hash = `the session of a ${role}`;
		const began = { hash, startedMs: Date.now() };
		await store.sessions.start(sessionAs(role, began));
		return hash;
	};
	const find = (id: string) => other.errands.find(id);
	return { ask, look, find, sessionOf };
}

test("a look that was asked for is answered once", async () => {
	const { ask, look, find } = await scene();
	await ask("a");
	await expect
		.poll(() => find("a"))
		.toMatchObject({ state: "answered", look: seen });
	expect(look).toHaveBeenCalledTimes(1);
});

test("a session that ended asks nothing of a broker", async () => {
	const { ask, look, find } = await scene();
	await ask("a", "nobody");
	await expect
		.poll(() => find("a"))
		.toMatchObject({ state: "failed", failure: { key: "not allowed" } });
	expect(look).not.toHaveBeenCalled();
});

test("what messages say is asked of a broker only for those who may see it", async () => {
	const { ask, look, find, sessionOf } = await scene();
	const pending = { ...anyPending, contents: true };
	const wish = { part: "pending", pending } as const;
	await ask("a", await sessionOf("operator"), wish);
	await expect
		.poll(() => find("a"))
		.toMatchObject({ state: "failed", failure: { key: "not allowed" } });
	expect(look).not.toHaveBeenCalled();
	await ask("b", await sessionOf("visitor"), wish);
	await expect.poll(() => find("b")).toMatchObject({ state: "answered" });
	expect(look).toHaveBeenCalledWith(row, expect.objectContaining({ pending }));
});

test.each<readonly [string, readonly Right[], string, boolean, string | null]>([
	["a look where they may look", ["see", "look"], "orders", false, null],
	[
		"a look at what is not theirs",
		["see", "look"],
		"mails",
		false,
		"subscription gone",
	],
	["a look without that right", ["see"], "orders", false, "not allowed"],
	["contents without it", ["see", "look"], "orders", true, "not allowed"],
	["contents with it", ["see", "look", "see contents"], "orders", true, null],
])(
	"%s is answered by the rights of that place",
	async (_, may, channel, contents, refused) => {
		const elsewhere = whereOnly({ channels: ["elsewhere"] });
		const access = accessWith(
			"team",
			{ may, where: whereOnly({ channels: [channel] }) },
			{ may: ["see", "look", "see contents"], where: elsewhere },
		);
		const { ask, look, find, sessionOf } = await scene({}, access);
		const pending = { ...anyPending, contents };
		await ask("a", await sessionOf("team"), { part: "pending", pending });
		await expect
			.poll(() => find("a"))
			.toMatchObject(
				refused === null
					? { state: "answered" }
					: { state: "failed", failure: { key: refused } },
			);
		expect(look).toHaveBeenCalledTimes(refused === null ? 1 : 0);
	},
);

test("contents nobody came to read are erased within a minute and a little", async () => {
	vi.useFakeTimers({ toFake: ["setInterval"] });
	onTestFinished(() => void vi.useRealTimers());
	const eraseContents = vi.fn(async () => 0);
	await scene({ eraseContents });
	vi.advanceTimersByTime(10_000);
	const [[beforeMs = 0] = []] = eraseContents.mock.calls as number[][];
	expect(Math.abs(Date.now() - 60_000 - beforeMs)).toBeLessThan(5_000);
});

test("an answer that cannot be written down is no reason to ask the broker again and again", async () => {
	const end = vi.fn(() => Promise.reject(new Error("disk is full")));
	const { ask, look } = await scene({ end });
	await ask("a");
	await expect.poll(() => end.mock.calls.length).toBe(1);
	// Whatever is written meanwhile wakes the errands again.
	for (const id of ["b", "c", "d"]) await ask(id);
	await expect.poll(() => end.mock.calls.length).toBe(4);
	expect(look).toHaveBeenCalledTimes(4);
});

test("however many errands were asked, the old ones are all forgotten", async () => {
	vi.useFakeTimers({ toFake: ["setInterval"] });
	onTestFinished(() => void vi.useRealTimers());
	const left = [500, 500, 3];
	const forget = vi.fn(async () => left.shift() ?? 0);
	await scene({ forget });
	vi.advanceTimersByTime(60_000);
	await expect.poll(() => forget.mock.calls.length).toBe(3);
});
