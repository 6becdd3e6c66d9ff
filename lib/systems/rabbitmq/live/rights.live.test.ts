// Are the rights that our documents give a user enough to read, and is more given only by the lines for it?
import { expect, test } from "vitest";
import { typedIn } from "#lib/for-tests-documents.ts";
import { openAt, ownRabbit } from "../for-tests/own.ts";

const own = ownRabbit();
const [toRead = [], toCleanUp = []] = typedIn(
	"docs/connecting.md",
	"rabbitmqctl ",
);

/** The password, which is asked for, stands behind it here. */
async function run(lines: readonly string[]): Promise<void> {
	for (const line of lines) {
		const [, ...words] = line.replaceAll("'", "").split(" ");
		const asked = words[0] === "add_user" ? ["pass"] : [];
		await own().world.ctl(...words, ...asked);
	}
}

test("who has them reads every queue and the nodes, and is given more by the lines for whoever cleans up", async () => {
	const { world, traffic } = own();
	const queue = "orders";
	await traffic.declare(queue);
	await run(toRead);
	const address = world.address.replace("guest:guest", "tidemark:pass");
	const { readings, troubles } = await openAt(address).read();
	expect(readings.map(({ channel }) => channel)).toContain(queue);
	expect(troubles).toEqual([]);
	await run(toCleanUp);
	expect(await world.call("GET", "/api/users/tidemark")).toMatchObject({
		tags: ["monitoring", "policymaker"],
	});
	expect(
		await world.call("GET", "/api/permissions/%2F/tidemark"),
	).toMatchObject({ configure: ".*", write: "^$", read: ".*" });
});
