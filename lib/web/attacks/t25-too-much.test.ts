// T25: can anybody make the web read, keep or answer without end? Bodies, limits and ranges that are more than anybody needs.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Row } from "#lib/core/board.ts";
import { sampleOf, tickOf } from "#lib/store/contract-history-scene.ts";
import { answerActivity } from "../activity.ts";
import { answerAlerts } from "../alerts.ts";
import { answerBoard } from "../board.ts";
import { bodyMaxBytes } from "../body.ts";
import { comeIn } from "../come-in.ts";
import { takeErrand } from "../errand.ts";
import {
	aBroker,
	aRow,
	ask,
	type Stage,
	stage,
	startMs,
} from "../for-tests.ts";
import { guarded } from "../guard.ts";
import { answerHistory } from "../history.ts";

const rows = 1_200;
const idOf = (n: number) => String(n).padStart(43, "r");
let here: Stage;
let token: string;

beforeAll(async () => {
	here = await stage();
	token = await here.signIn();
	const one = (n: number): Row =>
		aRow({ id: idOf(n), channel: `channel-${n}` });
	await here.store.board.write({
		broker: aBroker(),
		...{ rows: Array.from({ length: rows }, (_, n) => one(n)), gone: [] },
		history: Array.from({ length: 300 }, (_, n) =>
			tickOf(startMs + n * 1_000, [sampleOf("x", { id: idOf(0), lag: n })], {
				...{ broker: "shop", heard: true },
			}),
		),
	});
	here.clock.nowMs = startMs + 301_000;
});
afterAll(() => here.close());

const at = () => here.place;
const errands = guarded("POST /api/errands", takeErrand, at);
const session = guarded("POST /api/session", comeIn, at);

/** So many bytes, one piece at a time, and how many of them anybody took. */
function endless(bytes: number) {
	const piece = new Uint8Array(64 * 1024).fill(0x20);
	const sent = { bytes: 0 };
	const body = new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				if (sent.bytes >= bytes) return controller.close();
				sent.bytes += piece.length;
				controller.enqueue(piece);
			},
		},
		{ highWaterMark: 0 },
	);
	return { sent, body };
}

test.each([
	["an errand", errands, "/api/errands"],
	["a sign-in, by somebody unknown", session, "/api/session"],
])(
	"T25: of 10 MB for %s no more is read than is allowed",
	async (_, door, address) => {
		const { sent, body } = endless(10 * 1024 ** 2);
		expect((await ask(door, address, { token, body })).status).toBe(413);
		expect(sent.bytes).toBeLessThan(bodyMaxBytes + 256 * 1024);
		const announced = endless(10 * 1024 ** 2);
		const reply = await ask(door, address, {
			...{ token, body: announced.body },
			headers: { "content-length": String(10 * 1024 ** 2) },
		});
		expect(reply.status).toBe(413);
		expect(announced.sent.bytes).toBe(0);
	},
);

test.each([
	["lists", "[".repeat(400_000)],
	["lists that end", `${"[".repeat(400_000)}${"]".repeat(400_000)}`],
	["objects", `${'{"a":'.repeat(150_000)}1${"}".repeat(150_000)}`],
	[
		"a filter of many brackets",
		`{"verb":"clean up","targets":{"filter":"${"(".repeat(500_000)}"}}`,
	],
	["a number that is none", `{"verb":"look","limit":${"9".repeat(400_000)}}`],
	[
		"many names",
		`{${Array.from({ length: 60_000 }, (_, n) => `"k${n}":1`).join()}}`,
	],
])("T25: JSON of %s is a bad request and nothing worse", async (_, body) => {
	expect((await ask(errands, "/api/errands", { token, body })).status).toBe(
		400,
	);
	expect((await ask(session, "/api/session", { body })).status).toBe(400);
});

const huge = [
	"999999999",
	"1e9",
	"1e309",
	"-5",
	"0x7fffffff",
	"00000000000001",
];

test.each(huge)(
	"T25: a limit of %s is clamped by the server or refused",
	async (limit) => {
		const lists = [
			[guarded("GET /api/board", answerBoard, at), "/api/board", "rows", 500],
			[
				guarded("GET /api/alerts", answerAlerts, at),
				"/api/alerts",
				"firing",
				1_000,
			],
			[
				guarded("GET /api/errands", answerActivity, at),
				"/api/errands",
				"errands",
				200,
			],
		] as const;
		for (const [door, address, part, most] of lists) {
			const reply = await ask(door, `${address}?limit=${limit}`, { token });
			expect([200, 400]).toContain(reply.status);
			if (reply.status === 200)
				expect((await reply.json())[part]?.length ?? 0).toBeLessThanOrEqual(
					most,
				);
		}
	},
);

test("T25: a page that was cut says how many there are", async () => {
	const door = guarded("GET /api/board", answerBoard, at);
	const reply = await ask(door, "/api/board?limit=999999999", { token });
	const { rows: shown, total, cursor } = await reply.json();
	expect([shown.length, total]).toEqual([500, rows]);
	expect(cursor).not.toBeNull();
});

test.each(huge)(
	"T25: %s points of history are no more than a screen shows",
	async (points) => {
		const door = "GET /api/subscriptions/{id}/history";
		const address = `/api/subscriptions/${idOf(0)}/history`;
		for (const range of [
			"",
			"&from=0001-01-01T00:00:00Z&to=9999-12-31T00:00:00Z",
		]) {
			const reply = await ask(
				guarded(door, answerHistory, at),
				`${address}?points=${points}${range}`,
				{ token, params: { id: idOf(0) } },
			);
			expect([200, 400]).toContain(reply.status);
			expect((await reply.text()).length).toBeLessThan(2 * 1024 ** 2);
		}
	},
);
