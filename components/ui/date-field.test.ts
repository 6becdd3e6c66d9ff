// Does a field for date and time mean the moment it was filled with?
import { expect, test } from "vitest";
import { fieldOf, msOfField } from "./date-field.ts";

test("what stands in it is read back, also around a change of the zone", () => {
	const berlin = (ms: number) =>
		(ms < Date.UTC(2026, 9, 25, 1) ? 2 : 1) * 3_600_000;
	for (const at of ["2026-10-24T12:00:00Z", "2026-10-25T02:30:00Z"]) {
		const ms = Date.parse(at);
		expect(msOfField(fieldOf(ms, berlin(ms)), berlin)).toBe(ms);
	}
	const noonMs = Date.parse("2026-11-21T12:00:00Z");
	expect(fieldOf(noonMs, 3_600_000)).toBe("2026-11-21T13:00:00");
	expect(msOfField("2026-11-21T13:00", berlin)).toBe(noonMs);
	expect(msOfField("", berlin)).toBeNull();
});
