// Are the rights our documents ask for enough to clean up, and does a broker that refuses one lose nothing?
import {
	afterAll,
	beforeAll,
	describe,
	expect,
	onTestFinished,
	test,
} from "vitest";
import type { CleanUp } from "#lib/core/clean-up/clean-up.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import { parseAddress } from "#lib/systems/address.ts";
import { eventually } from "#world/eventually.ts";
import { cleaning, resetTo } from "../for-tests/cleaning.ts";
import { runDocumented, toCleanUp, toRead } from "../for-tests/documented.ts";
import { type Doors, openDoors } from "../for-tests/doors.ts";
import { fingerprint } from "../for-tests/fingerprint.ts";
import { leftGroup } from "../for-tests/groups-left.ts";
import { asker } from "../for-tests/requests.ts";
import { stageAt, unique } from "../for-tests/stage.ts";
import { kafka } from "../index.ts";

let doors: Doors;

beforeAll(async () => {
	doors = await openDoors();
});
afterAll(() => doors?.stop());

async function scene() {
	const port = doors.world.nodes[0]?.port ?? 0;
	const group = unique("group");
	const topic = await stageAt(doors.world.address).topicWith(1, 6);
	await leftGroup(port, "classic", group, topic, [4]);
	const address = parseAddress(
		`kafka://reader:pass%20reader@${doors.at("clear")}?mechanism=PLAIN`,
	);
	if (!address) throw new Error("No address");
	const connection = kafka.open({ broker: "b", address, deadlineMs: 5_000 });
	onTestFinished(() => connection.close());
	const cleans = cleaning(connection, topic, group);
	/** Rights reach the broker a moment after they were given, or taken. */
	const soon = (cleanUp: CleanUp, isIt: (plan: Plan) => boolean) =>
		eventually(async () => {
			const plan = await cleans.plan(cleanUp).catch(() => null);
			return plan && isIt(plan) ? plan : undefined;
		}, 15_000);
	const forbids = ({ refusal }: Plan) => refusal?.code === "broker forbids";
	return {
		...cleans,
		allowed: (it: CleanUp) => soon(it, ({ refusal }) => refusal === null),
		forbidden: (it: CleanUp) => soon(it, forbids),
		shows: () => fingerprint(asker(port), [group], [topic]),
	};
}

const wishes: readonly CleanUp[] = [
	resetTo({ place: "first" }),
	{ action: "forget" },
	{ action: "destroy" },
];

test.each(wishes)(
	"who may only read is told so by the plan: $action",
	async (wish) => {
		await runDocumented(doors, toRead);
		const { forbidden } = await scene();
		const { refusal, effects } = await forbidden(wish);
		expect(refusal?.values.detail).toMatch(
			/^(READ|DELETE) is missing on group /,
		);
		expect(effects).not.toEqual([]);
	},
);

describe("with the rights that are documented for it", () => {
	beforeAll(async () => {
		await runDocumented(doors, [...toRead, ...toCleanUp]);
	});

	test.each(wishes)("it is done: $action", async (wish) => {
		const { allowed, apply } = await scene();
		const { outcome } = await apply(await allowed(wish));
		expect(outcome).toMatchObject({ ending: "done", refusals: [] });
	});

	test.each(wishes)(
		"where one is taken meanwhile nothing is changed: $action",
		async (wish) => {
			const { allowed, forbidden, apply, shows } = await scene();
			const plan = await allowed(wish);
			const before = await shows();
			await runDocumented(
				doors,
				toCleanUp.map((it) => `${it.replace("--add", "--remove")} --force`),
			);
			onTestFinished(() => runDocumented(doors, toCleanUp));
			await forbidden(wish);
			const { outcome } = await apply(plan);
			expect(outcome).toMatchObject({ ending: "refused", messagesDone: 0 });
			expect(outcome.refusals).toMatchObject([{ code: "broker forbids" }]);
			expect(await shows()).toEqual(before);
		},
	);
});
