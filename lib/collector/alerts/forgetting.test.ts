// Is all that is old let go, a few at a time, also after a step that failed?
import { expect, onTestFinished, test, vi } from "vitest";
import { startForgetting } from "./forgetting.ts";

const silent = () => undefined;

function scene(steps: (number | Error)[]) {
	const error = vi.fn();
	const forgetAlerts = vi.fn(async (_nowMs: number, _limit: number) => {
		const step = steps.shift() ?? 0;
		if (step instanceof Error) throw step;
		return step;
	});
	const forgetting = startForgetting({
		...{ alerts: { forgetAlerts }, aging: Date.now, everyMs: 20 },
		log: { info: silent, warn: silent, error },
	});
	onTestFinished(() => forgetting.stop());
	return { forgetting, forgetAlerts, error };
}

test("what is old goes step by step until nothing is, and again later", async () => {
	const { forgetting, forgetAlerts } = scene([200, 200, 7, 0, 3]);
	await expect.poll(() => forgetAlerts.mock.calls.length).toBeGreaterThan(6);
	await forgetting.stop();
	expect(forgetAlerts.mock.calls.every(([, limit]) => limit === 200)).toBe(
		true,
	);
	expect(
		Math.abs(Number(forgetAlerts.mock.lastCall?.[0]) - Date.now()),
	).toBeLessThan(60_000);
});

test("a step that fails is told, and tried again", async () => {
	const { forgetAlerts, error } = scene([new Error("disk is full"), 5]);
	await expect.poll(() => forgetAlerts.mock.calls.length).toBeGreaterThan(2);
	expect(error).toHaveBeenCalledTimes(1);
	expect(error.mock.lastCall?.[1]).toBe("old alerts kept");
});
