// Does the door let in whom it should, once, and nobody for longer than it should?
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Secret } from "#lib/core/secret.ts";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { sessionAs, usualAccess, usualDoor } from "./for-tests.ts";
import {
	enter,
	entryLastsMs,
	idleMaxMs,
	leave,
	offerEntry,
	personOf,
	whoIs,
} from "./sessions.ts";

const nowMs = Date.parse("2026-11-21T12:00:00.000Z");
const notDemo = usualDoor;
let folder: string;
let store: Store;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "tidemark-sessions-"));
	store = await openStore(folder);
});
afterEach(async () => {
	await store.close();
	await rm(folder, { recursive: true });
});

async function entered(atMs = nowMs): Promise<string> {
	const key = await offerEntry(store, atMs);
	return (await enter(store, { by: "entry", key }, notDemo, atMs)).token;
}

describe("an entry key", () => {
	test("lets one browser in, with all rights", async () => {
		const key = await offerEntry(store, nowMs);
		const wish = { by: "entry", key } as const;
		const { token } = await enter(store, wish, notDemo, nowMs);
		expect(await whoIs(store, token, usualAccess, nowMs)).toMatchObject({
			name: "owner",
			roles: ["admin"],
		});
	});

	test("is spent by its first use, even when two come at once", async () => {
		const key = await offerEntry(store, nowMs);
		const wish = { by: "entry", key } as const;
		const tries = await Promise.allSettled([
			enter(store, wish, notDemo, nowMs),
			enter(store, wish, notDemo, nowMs),
		]);
		const outcomes = tries.map(({ status }) => status).sort();
		expect(outcomes).toEqual(["fulfilled", "rejected"]);
	});

	test("expires after fifteen minutes", async () => {
		const key = await offerEntry(store, nowMs);
		const lateMs = nowMs + entryLastsMs + 1;
		await expect(
			enter(store, { by: "entry", key }, notDemo, lateMs),
		).rejects.toMatchObject({ code: "unauthenticated" });
	});

	test("that nobody offered opens nothing", async () => {
		const key = "k".repeat(43);
		await expect(
			enter(store, { by: "entry", key }, notDemo, nowMs),
		).rejects.toMatchObject({ detail: { key: "entry key not valid" } });
	});
});

describe("a visitor without a key", () => {
	test("comes in where the world is disposable, and may not lose messages", async () => {
		const wish = { by: "demo" } as const;
		const { person } = await enter(
			store,
			wish,
			{ ...usualDoor, access: { ...usualAccess, demo: true } },
			nowMs,
		);
		expect(person).toMatchObject({ name: "visitor", roles: ["visitor"] });
	});

	test("is refused everywhere else", async () => {
		await expect(
			enter(store, { by: "demo" }, notDemo, nowMs),
		).rejects.toMatchObject({ code: "forbidden" });
	});
});

describe("a session", () => {
	test("lasts while it is used, and ends after twelve hours without use", async () => {
		const token = await entered();
		const used = nowMs + idleMaxMs;
		expect(await whoIs(store, token, usualAccess, used)).not.toBeNull();
		expect(
			await whoIs(store, token, usualAccess, used + idleMaxMs),
		).not.toBeNull();
		const tooLate = used + 2 * idleMaxMs + 1;
		expect(await whoIs(store, token, usualAccess, tooLate)).toBeNull();
		expect(await whoIs(store, token, usualAccess, used)).toBeNull();
	});

	test("is written to at most once a minute", async () => {
		const token = await entered();
		const hash = (await whoIs(store, token, usualAccess, nowMs))?.session ?? "";
		await whoIs(store, token, usualAccess, nowMs + 59_999);
		expect((await store.sessions.find(hash))?.usedMs).toBe(nowMs);
		await whoIs(store, token, usualAccess, nowMs + 60_000);
		expect((await store.sessions.find(hash))?.usedMs).toBe(nowMs + 60_000);
	});

	test("opens the door of a store on a full disk, and no further than before", async () => {
		const token = await entered();
		const full = () => Promise.reject(new Error("database or disk is full"));
		const sessions = { ...store.sessions, touch: full, end: full };
		const frozen = { ...store, sessions };
		const late = nowMs + idleMaxMs;
		expect(await whoIs(frozen, token, usualAccess, late)).toMatchObject({
			name: "owner",
		});
		expect(await whoIs(frozen, token, usualAccess, late + 1)).toBeNull();
	});

	test("ends at once when its person leaves", async () => {
		const token = await entered();
		await leave(store, token);
		expect(await whoIs(store, token, usualAccess, nowMs)).toBeNull();
	});

	test("with a role nobody has heard of is nobody's", async () => {
		const token = await entered();
		const { session: hash = "" } =
			(await whoIs(store, token, usualAccess, nowMs)) ?? {};
		const found = await store.sessions.find(hash);
		await store.sessions.end(hash);
		if (found) await store.sessions.start({ ...found, roles: ["emperor"] });
		expect(await personOf(store, hash, usualAccess, nowMs)).toBeNull();
		expect(await whoIs(store, token, usualAccess, nowMs)).toBeNull();
	});

	test.each(["", "a", "x".repeat(43), "x".repeat(50_000), "' or 1=1 --"])(
		"is not opened by the token %j",
		async (token) => {
			await entered();
			expect(await whoIs(store, token, usualAccess, nowMs)).toBeNull();
		},
	);
});

test.each(["provider", "proxy"] as const)(
	"whoever came by a %s goes on only as long as the configuration knows that way",
	async (way) => {
		const hash = `a session of a ${way}`;
		const began = { hash, way, roles: [], groups: ["sre"], startedMs: nowMs };
		await store.sessions.start(sessionAs("ann", began));
		const known = { ...usualAccess, groups: { sre: ["operator"] } };
		const provider = {
			...{ label: "Example", issuer: "https://id.example.org", client: "a" },
			...{ secret: new Secret("b"), nameClaim: "name", groupsClaim: "groups" },
			scopes: ["openid"],
		};
		const headers = { person: "x-forwarded-user", groups: null };
		const open = { ...known, provider, headers };
		expect(await personOf(store, hash, open, nowMs)).toMatchObject({
			roles: ["operator"],
		});
		const closed = { ...open, [way === "provider" ? way : "headers"]: null };
		expect(await personOf(store, hash, closed, nowMs)).toBeNull();
	},
);

test("neither a key nor a token can be found in the store's files", async () => {
	const key = await offerEntry(store, nowMs);
	const wish = { by: "entry", key } as const;
	const { token, person } = await enter(store, wish, notDemo, nowMs);
	const unspent = await offerEntry(store, nowMs);
	const files = await readdir(folder);
	const bytes = await Promise.all(
		files.map((name) => readFile(path.join(folder, name), "latin1")),
	);
	const all = bytes.join("\n");
	expect(all).toContain(person.session);
	for (const secret of [key, token, unspent]) expect(all).not.toContain(secret);
});
