// What does the address of a broker answer, and when is it the same as before?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { KnownBystander } from "#lib/core/bystander.ts";
import { brokerPageReply } from "#lib/wire/broker.ts";
import { problemReply } from "#lib/wire/problem.ts";
import { answerBroker } from "./broker.ts";
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

const workers: KnownBystander = {
	...{ name: "workers", kind: "connect", state: "Stable", registered: 1 },
	members: [{ name: "m", clientId: "c", host: null, instanceId: null }],
	stale: false,
};
const pulse = {
	...{ atMs: startMs, startedMs: startMs - 60_000, everyMs: 1_000 },
	history: "kept",
} as const;
const ownShare = { busyMs: 240, overMs: 60_000 };
const connections = { open: 41, most: 10_000 };
const standing = [
	{ code: "evicts any", values: { policy: "x", percent: 3 } },
] as const;
let here: Stage;
let token: string;

beforeEach(async () => {
	here = await stage();
	token = await here.signIn();
	await here.store.pulse.beat(pulse);
	await here.store.board.settle(["shop", "jobs"], [someWords]);
	await write({
		broker: aBroker({ ownShare, connections, standing }),
		rows: [aRow(), aRow({ id: "b".repeat(43), verdict: "healthy" })],
		bystanders: { groups: [workers], leftOut: 3 },
	});
	await write({
		broker: aBroker({ name: "jobs" }),
		rows: [aRow({ id: "c".repeat(43), broker: "jobs" })],
	});
});
afterEach(() => here.close());

const write = (
	tick: Partial<Parameters<Stage["store"]["board"]["write"]>[0]>,
) => here.store.board.write({ broker: aBroker(), rows: [], gone: [], ...tick });

const answer = (name = "shop", etag = "") =>
	ask(
		guarded("GET /api/brokers/{name}", answerBroker, () => here.place),
		`/api/brokers/${name}`,
		{
			...{ token, params: { name } },
			...(etag && { headers: { "if-none-match": etag } }),
		},
	);
const told = async (name = "shop") =>
	brokerPageReply.parse(await (await answer(name)).json());
const etag = async () => (await answer()).headers.get("etag") ?? "";

describe("the address of a broker", () => {
	test("answers its fact sheet, its own rows by verdict, and its groups that are no row", async () => {
		const body = await told();
		expect(body.broker).toMatchObject({ name: "shop", freshness: "fresh" });
		expect(body.system).toEqual(someWords);
		expect(body.counts).toMatchObject({ stalled: 1, healthy: 1, losing: 0 });
		expect(body.ownShare).toEqual(ownShare);
		expect(body.connections).toEqual(connections);
		expect(body.standing).toEqual(standing);
		expect(body.bystanders).toEqual({ groups: [workers], leftOut: 3 });
	});

	test("keeps what is another broker's out of it, and what is not known unknown", async () => {
		const body = await told("jobs");
		expect(body.counts).toMatchObject({ stalled: 1, healthy: 0 });
		expect(body.ownShare).toBeNull();
		expect(body.connections).toBeNull();
		expect(body.standing).toEqual([]);
		expect(body.bystanders).toEqual({ groups: [], leftOut: 0 });
	});

	test("knows no broker that is not configured", async () => {
		for (const name of ["never", "SHOP", "*", "__proto__", ""]) {
			const reply = await answer(name);
			expect(reply.status).toBe(404);
			const { code, detail } = problemReply.parse(await reply.json());
			expect({ code, key: detail.key }).toEqual({
				...{ code: "not found", key: "broker unknown" },
			});
		}
	});

	test("is closed to whoever is not signed in", async () => {
		token = "";
		expect((await answer()).status).toBe(401);
	});

	test("says of a calm tick only that nothing changed, and how old everything is", async () => {
		const before = await etag();
		here.clock.nowMs = startMs + 7_000;
		await here.store.pulse.beat({ ...pulse, atMs: startMs + 7_000 });
		await write({
			broker: aBroker({
				...{ heardMs: startMs + 5_000, triedMs: startMs + 5_000 },
				...{ ownShare, connections, standing },
			}),
		});
		const reply = await answer("shop", before);
		expect(reply.status).toBe(304);
		expect(await reply.text()).toBe("");
		expect(reply.headers.get("tidemark-at")).toBe("2026-11-21T12:00:07.000Z");
		expect(reply.headers.get("tidemark-heard")).toBe("2000");
		expect(reply.headers.get("tidemark-collector")).toBe("0");
	});

	test.each([
		["a group that came", { bystanders: { groups: [], leftOut: 0 } }],
		[
			"our share",
			{ broker: aBroker({ ownShare: null, connections, standing }) },
		],
		[
			"one connection more",
			{
				broker: aBroker({
					ownShare,
					connections: { open: 42, most: 10_000 },
					standing,
				}),
			},
		],
		[
			"what would be lost",
			{ broker: aBroker({ ownShare, connections, standing: [] }) },
		],
		[
			"a verdict",
			{ rows: [aRow({ verdict: "losing" })] as ReturnType<typeof aRow>[] },
		],
	] as const)("is answered anew with %s", async (_, tick) => {
		const before = await etag();
		await write({
			broker: aBroker({ ownShare, connections, standing }),
			...tick,
		});
		expect((await answer("shop", before)).status).toBe(200);
	});

	test("is answered anew once there is no room for history", async () => {
		const before = await etag();
		await here.store.pulse.beat({ ...pulse, history: "no room" });
		expect((await answer("shop", before)).status).toBe(200);
		expect((await told()).collector.history).toBe("no room");
	});

	test("is answered anew once the broker is late", async () => {
		const before = await etag();
		here.clock.nowMs = startMs + 3 * aBroker().everyMs;
		await here.store.pulse.beat({ ...pulse, atMs: here.clock.nowMs });
		expect((await answer("shop", before)).status).toBe(200);
		expect((await told()).broker.freshness).toBe("late");
	});
});
