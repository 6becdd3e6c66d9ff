// Are those who wait without being listed left out of the number that the broker lists?
import { expect, test } from "vitest";
import { registeredIn } from "./registered.ts";

const member = (name: string, code: string) => ({
	...{ name, clientId: null, host: null, instanceId: null, partitions: null },
	...{ holding: 0, idleMs: null, oldestHeldMs: null, mark: null, output: null },
	verdict: "live" as const,
	evidence: { code, values: {} },
});

test("of three who live one waits and was never served: two are registered", () => {
	const members = [
		member("a", "connected"),
		{ ...member("b", "connected"), verdict: null, evidence: null },
		member("c", "waits unserved"),
	];
	expect(registeredIn({ total: 3, members })).toBe(2);
	expect(registeredIn({ total: 103, members })).toBe(102);
});
