// What does the address of a subscription answer, while it is there and after it went?
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "#lib/store/open.ts";
import type { Store } from "#lib/store/store.ts";
import { subscriptionReply } from "#lib/wire/board.ts";
import { problemReply } from "#lib/wire/problem.ts";
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
import { answerSubscription } from "./subscription.ts";

const { id } = aRow();
let here: Stage;
let collector: Store;
let token: string;

beforeEach(async () => {
	here = await stage();
	collector = await openStore(here.folder);
	token = await here.signIn();
	await collector.board.settle(["shop"], [someWords]);
	await collector.board.write({ broker: aBroker(), rows: [aRow()], gone: [] });
});
afterEach(async () => {
	await collector.close();
	await here.close();
});

const answer = () =>
	ask(
		guarded(
			"GET /api/subscriptions/{id}",
			answerSubscription,
			() => here.place,
		),
		`/api/subscriptions/${id}`,
		{ token, params: { id } },
	);

describe("the address of a subscription", () => {
	test("answers its row while it is there", async () => {
		const reply = await answer();
		expect(subscriptionReply.parse(await reply.json()).row.id).toBe(id);
	});

	test("says what it was, why and when it went, while that is remembered", async () => {
		const gone = [{ id, why: "expired" as const, atMs: startMs }];
		await collector.board.write({ broker: aBroker(), rows: [], gone });
		const reply = await answer();
		expect(reply.status).toBe(404);
		expect(problemReply.parse(await reply.json())).toEqual({
			code: "not found",
			detail: {
				key: "subscription gone",
				values: {
					...{ broker: "shop", channel: "orders", group: "billing" },
					...{ why: "expired", at: new Date(startMs).toISOString() },
				},
			},
		});
	});

	test("comes back with its row", async () => {
		const gone = [{ id, why: null, atMs: startMs }];
		await collector.board.write({ broker: aBroker(), rows: [], gone });
		await collector.board.write({
			...{ broker: aBroker(), rows: [aRow()], gone: [] },
		});
		expect((await answer()).status).toBe(200);
	});

	test("knows nothing of what never was", async () => {
		await collector.board.settle([], []);
		const reply = await answer();
		expect(reply.status).toBe(404);
		const { detail } = problemReply.parse(await reply.json());
		expect(detail.values).toEqual({});
	});
});
