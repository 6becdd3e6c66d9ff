// Is a server that dies told as gone, and once it is back, does what it counted go on?
import { expect, test } from "vitest";
import { eventually } from "#world/eventually.ts";
import { openAt, ownRabbit, readingsOf } from "../../for-tests/own.ts";

const own = ownRabbit();

test("a killed server is unreachable; what it kept is read again, and no counter goes back", async () => {
	const { traffic, world, trafficIn } = own();
	await traffic.declare("kept", { durable: true });
	await traffic.write("kept", 5, { options: { persistent: true } });
	await traffic.tells("kept", { ready: 5, published: 5 });
	await traffic.finish("kept", 2);
	const connection = openAt(world.address);
	const whole = { channel: "kept", arrived: 5, departed: 2 };
	expect(await readingsOf(connection)).toMatchObject([
		{ ...whole, lag: { n: 3 }, lost: 0 },
	]);
	// Cleanly first: 4.0 forgets queues that were made in the seconds before.
	await world.restart();
	await world.kill();
	await expect(connection.read()).rejects.toMatchObject({
		trouble: { code: "unreachable" },
	});
	await world.restart();
	await eventually(async () => {
		expect(await readingsOf(connection)).toMatchObject([
			{ channel: "kept", lag: { n: 3 }, lost: 0 },
		]);
		return true;
	}, 30_000);
	const again = await trafficIn("/");
	await again.write("kept", 1, { options: { persistent: true } });
	await eventually(async () => {
		const [kept] = await readingsOf(connection);
		expect(kept).toMatchObject({ lag: { n: 4 }, lost: 0 });
		expect(kept?.arrived).toBeGreaterThanOrEqual(5);
		return true;
	}, 20_000);
}, 180_000);
