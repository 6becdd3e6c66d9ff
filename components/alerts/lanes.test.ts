// Does each alert lie where it was in time, on the line of what it is about?
import { describe, expect, test } from "vitest";
import { alertOf, at, noon } from "./for-tests.ts";
import { lanesOf } from "./lanes.ts";

const fromMs = noon - 100 * 60_000;
const lanes = (...alerts: Parameters<typeof lanesOf>[0]) =>
	lanesOf(alerts, fromMs, noon);
const broker = { is: "broker", broker: "eu", system: "log" } as const;

describe("lanes", () => {
	test("what is over lies from when it fired to when it was over", () => {
		const [lane] = lanes(alertOf({ fired: at(75), resolved: at(25) }));
		expect(lane?.bars).toMatchObject([
			{ from: 0.25, width: 0.5, lastedMs: 3_000_000, isOver: true },
		]);
	});

	test("what still fires reaches to the end", () => {
		const [lane] = lanes(alertOf({ fired: at(25) }));
		expect(lane?.bars).toMatchObject([
			{ from: 0.75, width: 0.25, isOver: false },
		]);
	});

	test("what began before is cut where the picture begins", () => {
		const [lane] = lanes(alertOf({ fired: at(500), resolved: at(50) }));
		expect(lane?.bars).toMatchObject([{ from: 0, width: 0.5 }]);
		expect(lane?.bars[0]?.lastedMs).toBe(450 * 60_000);
	});

	test("what was over before is left out, and so is an empty stretch", () => {
		const past = alertOf({ fired: at(500), resolved: at(400) });
		expect(lanes(past)).toEqual([]);
		expect(lanesOf([alertOf()], noon, noon)).toEqual([]);
	});

	test("alerts of one thing share a line, and the latest line comes first", () => {
		const found = lanes(
			alertOf({ id: "1", target: broker, fired: at(90), resolved: at(80) }),
			alertOf({ id: "2", fired: at(60), resolved: at(50) }),
			alertOf({ id: "3", rule: "slow", fired: at(40), resolved: at(30) }),
		);
		expect(found.map(({ target, bars }) => [target.is, bars.length])).toEqual([
			["subscription", 2],
			["broker", 1],
		]);
	});
});
