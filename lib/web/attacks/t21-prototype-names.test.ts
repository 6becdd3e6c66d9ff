// T21: does a name that means something to the language do anything but be shown? Everywhere a name goes in and comes out again.
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { rightsOf } from "#lib/core/people/rights.ts";
import { rolesWith } from "#lib/core/people/role.ts";
import { idOf } from "#lib/core/subscription.ts";
import { sampleOf, tickOf } from "#lib/store/contract-history-scene.ts";
import { answerBoard } from "../board.ts";
import { answerBroker } from "../broker.ts";
import { takeErrand } from "../errand.ts";
import {
	aBroker,
	aRow,
	ask,
	type Stage,
	someWords,
	stage,
	startMs,
} from "../for-tests.ts";
import { guarded } from "../guard.ts";
import { answerHistory, answerRemembered } from "../history.ts";
import { answerMetrics } from "../metrics/answer.ts";
import { answerRows } from "../rows.ts";
import { answerSubscription } from "../subscription.ts";

const names = [
	...["__proto__", "constructor", "prototype", "toString", "valueOf"],
	...["hasOwnProperty", "__defineGetter__", "then", "toJSON", "length"],
];
const before = Object.getOwnPropertyNames(Object.prototype).join();
const idOfName = (name: string) =>
	idOf({ broker: name, kind: "log", channel: name, group: name });
let here: Stage;
let token: string;

beforeAll(async () => {
	here = await stage();
	token = await here.signIn();
	await here.store.board.settle(names, [someWords]);
	for (const [n, name] of names.entries()) {
		const at = { broker: name, channel: name, group: name, family: name };
		const tick = tickOf(
			startMs + n,
			[sampleOf(name, { id: idOfName(name), group: name, lag: n })],
			{ broker: name, heard: true },
		);
		await here.store.board.write({
			broker: aBroker({ name }),
			...{ rows: [aRow({ ...at, id: idOfName(name) })], gone: [] },
			history: [tick],
		});
	}
	here.clock.nowMs = startMs + 10_000;
});
afterAll(() => here.close());

const at = () => here.place;
const get = async (
	route: Parameters<typeof ask>[0],
	address: string,
	params: Readonly<Record<string, string>> = {},
) => (await ask(route, address, { token, params })).text();

test("T21: each is a row, a fold, a broker, a history and a line of a file like any other", async () => {
	const board = guarded("GET /api/board", answerBoard, at);
	const whole = JSON.parse(await get(board, "/api/board"));
	expect(whole.rows.map((it: { group: string }) => it.group).sort()).toEqual(
		names.toSorted(),
	);
	for (const name of names) {
		const filter = encodeURIComponent(`group:"${name}" broker:"${name}"`);
		const one = JSON.parse(
			await get(board, `/api/board?filter=${filter}&fold=families`),
		);
		expect([name, one.total]).toEqual([name, 1]);
		const broker = guarded("GET /api/brokers/{name}", answerBroker, at);
		expect(await get(broker, `/api/brokers/${name}`, { name })).toContain(
			`"name":"${name}"`,
		);
		const id = idOfName(name);
		const page = guarded("GET /api/subscriptions/{id}", answerSubscription, at);
		expect(await get(page, `/api/subscriptions/${id}`, { id })).toContain(
			`"channel":"${name}"`,
		);
		const door = "GET /api/subscriptions/{id}/history";
		const history = guarded(door, answerHistory, at);
		expect(
			await get(history, `/api/subscriptions/${id}/history`, { id }),
		).toContain('"lag"');
	}
	const rows = guarded("GET /api/rows", answerRows, at);
	const table = await get(rows, "/api/rows?format=csv");
	const remembered = await get(
		guarded("GET /api/history", answerRemembered, at),
		"/api/history",
	);
	const metrics = await get(
		guarded("GET /metrics", answerMetrics, at),
		"/metrics",
	);
	for (const name of names) {
		expect(table).toContain(`,${name},`);
		expect(remembered).toContain(`"${name}"`);
		expect(metrics).toContain(`group="${name}"`);
	}
});

test("T21: in a body, an address or a filter each changes nothing, and is nobody's right", async () => {
	const door = guarded("POST /api/errands", takeErrand, at);
	for (const name of names) {
		const bodies = [
			`{"${name}":{"role":"admin","rights":["act"]}}`,
			`{"verb":"look","subscription":"x","${name}":{"verb":"clean up"}}`,
			`{"verb":"${name}"}`,
		];
		for (const body of bodies)
			expect((await ask(door, "/api/errands", { token, body })).status).toBe(
				400,
			);
		const board = guarded("GET /api/board", answerBoard, at);
		for (const query of [`${name}=1`, `${name}[x]=1`, `x[${name}]=1`])
			expect(await get(board, `/api/board?${query}`)).toContain('"rows"');
		expect(parseFilter(`${name}:1`)).toHaveProperty("mistakes");
		expect(rightsOf([name], rolesWith([]))).toEqual([]);
	}
	expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
	expect(({} as { role?: string }).role).toBeUndefined();
});
