// Does the board answer what the store holds, and say "unchanged" exactly as long as nothing changed?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { boardSorts } from "#lib/store/store.ts";
import { boardReply } from "#lib/wire/board.ts";
import { boardRequest } from "#lib/wire/board-request.ts";
import { answerBoard, askAgainMs } from "./board.ts";
import {
	aBroker,
	aRow,
	ask,
	type Stage,
	someWords,
	stage,
	startMs,
} from "./for-tests.ts";
import { guarded } from "./guard.ts";

const pulse = {
	atMs: startMs,
	startedMs: startMs - 60_000,
	everyMs: 1_000,
	history: "kept",
} as const;
let here: Stage;
let token: string;

beforeEach(async () => {
	here = await stage();
	token = await here.signIn();
	await here.store.pulse.beat(pulse);
	await here.store.board.settle(["shop", "jobs"], [someWords]);
	await here.store.board.write({
		broker: aBroker(),
		rows: [aRow(), aRow({ id: "b".repeat(43), verdict: "healthy", lag: null })],
		gone: [],
	});
	await here.store.board.write({
		broker: aBroker({ name: "jobs", heardMs: null, everyMs: 10_000 }),
		rows: [],
		gone: [],
	});
});
afterEach(() => here.close());

const route = () => guarded("GET /api/board", answerBoard, () => here.place);
const board = (address = "", etag = "", as = token) =>
	ask(route(), `/api/board${address}`, {
		token: as,
		...(etag && { headers: { "if-none-match": etag } }),
	});
const etagOf = async (address = "", as = token) =>
	(await board(address, "", as)).headers.get("etag") ?? "";

describe("the board", () => {
	test("fits its schema and shows what was written", async () => {
		const body = boardReply.parse(await (await board()).json());
		expect(body.total).toBe(2);
		expect(body.counts).toMatchObject({ stalled: 1, healthy: 1 });
		expect(body.rows.map(({ verdict }) => verdict)).toEqual([
			"stalled",
			"healthy",
		]);
		expect(body.rows[1]?.lag).toBeNull();
		expect(body.brokers.map(({ name }) => name).sort()).toEqual([
			"jobs",
			"shop",
		]);
		expect(body.systems).toEqual([someWords]);
		expect(body.at).toBe("2026-11-21T12:00:00.000Z");
	});

	test("is filtered and cut into pages by the server", async () => {
		const one = boardReply.parse(
			await (await board("?filter=verdict:stalled")).json(),
		);
		expect(one.rows).toHaveLength(1);
		const first = boardReply.parse(await (await board("?limit=1")).json());
		expect(first.rows).toHaveLength(1);
		const rest = await board(`?limit=1&cursor=${first.next}`);
		const second = boardReply.parse(await rest.json());
		expect(second.rows[0]?.id).toBe("b".repeat(43));
	});

	test("is folded, and opened, where somebody asks for it", async () => {
		const shards = ["c", "d", "e"].map((letter, i) =>
			aRow({
				id: letter.repeat(43),
				channel: `shard:${i}`,
				family: "shard:*",
				holding: i,
			}),
		);
		await here.store.board.write({
			broker: aBroker(),
			rows: shards,
			gone: [],
		});
		const folded = async (address: string) =>
			boardReply.parse(await (await board(address)).json());
		const closed = await folded("?fold=families");
		expect(closed).toMatchObject({ total: 5, lines: 3, calm: 1, opened: {} });
		const [[head, fold] = []] = Object.entries(closed.folds);
		expect(closed.rows.map(({ id }) => id)).toContain(head);
		expect(fold).toMatchObject({ rows: 3, of: 3, lag: { n: 3_600 } });
		const address = `?fold=families&open=nobody,${fold?.id}.2`;
		const { opened } = await folded(address);
		expect(opened[fold?.id ?? ""]).toHaveLength(2);
		const marks = ["", "?fold=families", address].map((it) => etagOf(it));
		expect(new Set(await Promise.all(marks)).size).toBe(3);
		const unfolded = await folded("");
		expect(unfolded).toMatchObject({ lines: 5, folds: {}, opened: {} });
	});

	test.each([
		["?filter=verdict:stalled+colour:red", "filter unknown key", 16],
		["?filter=%22", "filter quote open", 0],
	])("says where %s is wrong", async (address, key, at) => {
		const answer = await board(address);
		expect(answer.status).toBe(400);
		expect(await answer.json()).toMatchObject({
			code: "invalid",
			detail: { key, values: { at } },
		});
	});

	test.each([
		"?sort=verdict",
		"?limit=many",
		"?cursor=nonsense",
		"?limit=1&limit=2",
		"?fold=everything",
		"?filter=lag:%3E1&filter=",
	])("refuses %s as invalid", async (address) => {
		expect((await board(address)).status).toBe(400);
	});

	test.each(["?__proto__=1", "?constructor[prototype][x]=1", "?_rsc=1"])(
		"is not moved by %s",
		async (address) => {
			expect((await board(address)).status).toBe(200);
		},
	);

	test("can be asked for in every order the store knows", () => {
		expect(boardRequest.shape.sort.unwrap().options).toEqual([...boardSorts]);
	});
});

describe("an unchanged board", () => {
	test("is answered without a body, with the ages in it", async () => {
		const etag = await etagOf();
		here.clock.nowMs += 1_500;
		const answer = await board("", etag);
		expect(answer.status).toBe(304);
		expect(await answer.text()).toBe("");
		const brokers = await here.store.board.brokers();
		const heard = brokers.map(({ name }) => (name === "shop" ? "1500" : "-"));
		expect(answer.headers.get("tidemark-heard")).toBe(heard.join(","));
		expect(answer.headers.get("tidemark-collector")).toBe("1500");
		expect(answer.headers.get("tidemark-at")).toBe("2026-11-21T12:00:01.500Z");
		expect(answer.headers.get("cache-control")).toBe("private, no-store");
	});

	test("stays unchanged through a calm tick, which renews the ages", async () => {
		const etag = await etagOf();
		here.clock.nowMs += 1_500;
		const heardMs = here.clock.nowMs;
		await here.store.board.write({
			broker: aBroker({ heardMs, triedMs: heardMs }),
			rows: [],
			gone: [],
		});
		const answer = await board("", etag);
		expect(answer.status).toBe(304);
		expect(answer.headers.get("tidemark-heard")?.split(",")).toContain("0");
	});

	test.each<[string, () => unknown]>([
		[
			"a row changed",
			() =>
				here.store.board.write({
					broker: aBroker(),
					rows: [aRow({ verdict: "slow" })],
					gone: [],
				}),
		],
		[
			"a row is gone",
			() =>
				here.store.board.write({
					broker: aBroker(),
					rows: [],
					gone: [{ id: "a".repeat(43), why: null, atMs: startMs }],
				}),
		],
		[
			"a broker is in trouble",
			() =>
				here.store.board.write({
					broker: aBroker({
						trouble: { code: "no answer", part: "", detail: "" },
					}),
					rows: [],
					gone: [],
				}),
		],
		[
			"a broker became late",
			() => {
				here.clock.nowMs += 10_001;
			},
		],
		[
			"the collector became late",
			() => {
				here.clock.nowMs += 2_001;
			},
		],
		[
			"the collector started again",
			() => here.store.pulse.beat({ ...pulse, startedMs: startMs }),
		],
	])("is changed when %s", async (_, change) => {
		const etag = await etagOf();
		expect((await board("", etag)).status).toBe(304);
		await change();
		expect((await board("", etag)).status).toBe(200);
	});

	test.each(["?filter=lag:%3E1", "?sort=lag", "?limit=7"])(
		"is another one for %s",
		async (address) => {
			expect(await etagOf(address)).not.toBe(await etagOf());
		},
	);

	test("is another one for another role", async () => {
		const viewer = await here.signIn("viewer");
		expect(await etagOf("", viewer)).not.toBe(await etagOf());
	});

	test("is recognised among several marks", async () => {
		const etag = await etagOf();
		expect((await board("", `"x", ${etag}`)).status).toBe(304);
	});
});

test("a screen is told to ask twice an interval, within bounds", () => {
	expect(askAgainMs([])).toBe(5_000);
	expect(askAgainMs([aBroker(), aBroker({ everyMs: 60_000 })])).toBe(2_500);
	expect(askAgainMs([aBroker({ everyMs: 1_000 })])).toBe(1_000);
});
