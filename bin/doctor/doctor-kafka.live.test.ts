// What does the doctor say of a real cluster: one that sends everybody elsewhere, one whose certificate ran out, one that hides what it may not show?
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Doors, openDoors } from "#lib/systems/kafka/for-tests/doors.ts";
import { commit } from "#lib/systems/kafka/for-tests/positions.ts";
import { eventually } from "#world/eventually.ts";
import { doctorOn } from "./for-tests.ts";

let doors: Doors;
beforeAll(async () => {
	doors = await openDoors();
	const topics = ["orders", "refunds"];
	await doors.world.createTopics(
		topics.map((topic) => ({ topic, numPartitions: 1 })),
	);
	const port = doors.world.nodes[0]?.port ?? 0;
	for (const topic of topics) await commit(port, "billing", topic, [0]);
});
afterAll(() => doors?.stop());

const saidOf = (broker: string) =>
	doctorOn(doors.folder, `  ledger: ${broker}`);

const types = { topic: 2, group: 3, cluster: 4 } as const;
const operations = { Read: 3, Delete: 6, Describe: 8, DescribeConfigs: 10 };

const grant = (
	...rights: readonly (readonly [
		keyof typeof operations,
		keyof typeof types,
		string,
	])[]
) =>
	doors.world.withAdmin(async (admin) => {
		await admin.createAcls({
			acl: rights.map(([operation, type, resourceName]) => ({
				...{ principal: "User:reader", host: "*", permissionType: 3 },
				...{ resourceType: types[type], resourceName, resourcePatternType: 3 },
				operation: operations[operation],
			})),
		});
	});

const asReader = () =>
	saidOf(`kafka://reader:pass%20reader@${doors.at("clear")}?mechanism=PLAIN`);

/** Rights reach the broker a moment after they were given. */
const untilSaid = (holds: (said: string) => boolean) =>
	eventually(
		async () => {
			const { said } = await asReader();
			return holds(said) ? said : undefined;
		},
		20_000,
		200,
	);

test("a cluster that sends everybody elsewhere is told with where, and with the setting that decides it", async () => {
	const { said, out, code } = await saidOf(`kafka://${doors.at("astray")}`);
	expect(code).toBe(1);
	expect(said).toContain(
		`✗ Brokers: ledger answers at ${doors.at("astray")} and sends everybody on to 127.0.0.1:${doors.elsewhere}, which cannot be reached from here.`,
	);
	expect(out).toContain("set advertised.listeners of that node");
});

test("a certificate that ran out is told with its day and who issued it", async () => {
	const { said, code } = await saidOf(
		`{ address: "kafka+tls://${doors.at("stale")}", tls: { ca: ./ca.pem } }`,
	);
	expect(code).toBe(1);
	expect(said).toContain(
		"✗ Brokers: ledger shows a certificate that is not valid today",
	);
	expect(said).toMatch(/issued by CN=ca, which was valid until \d{4}-/);
});

test("what rights hide is told though it looks like silence, and no longer once all may be seen", async () => {
	await grant(
		["Describe", "topic", "orders"],
		["Describe", "group", "billing"],
	);
	const few = await untilSaid((said) => said.includes(": 1 subscription."));
	for (const what of ["topics", "groups"])
		expect(few).toContain(
			`! Brokers: ledger tells us of no other ${what} than those our rights name, and hides the rest as if they were not there.`,
		);
	expect(few).toContain(
		"! Brokers: ledger will refuse clean-ups: this user lacks READ on groups, DELETE on groups, READ on topics.",
	);
	expect(few).toContain("? Brokers: ledger gives us no READ on 1 of 1 topics");
	await grant(
		...([["Describe", "cluster", "kafka-cluster"]] as const),
		...(["Describe", "Read", "DescribeConfigs"] as const).map(
			(right) => [right, "topic", "*"] as const,
		),
		...(["Describe", "Read", "Delete"] as const).map(
			(right) => [right, "group", "*"] as const,
		),
	);
	const all = await untilSaid((said) => said.includes("lets us clean up"));
	expect(all).toContain(": 2 subscriptions.");
	expect(all).not.toMatch(/tells us of no other|gives us no|✗/);
});
