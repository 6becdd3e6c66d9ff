// Does a choice of zone come back as it was kept, and is only what Intl knows believed?
import { afterEach, expect, test } from "vitest";
import { clock } from "./times.ts";
import { shownZone, showZone } from "./zone.ts";
import {
	nextZone,
	printZoneChoice,
	withNamed,
	type ZoneChoice,
	zoneChoiceOf,
} from "./zone-choice.ts";

const local: ZoneChoice = { zone: null, named: null };
afterEach(() => showZone(null));

test.each<[string, string | undefined, ZoneChoice]>([
	["nothing was chosen", undefined, local],
	["local time", "~", local],
	["UTC", "UTC~", { zone: "UTC", named: null }],
	[
		"UTC, with a zone to go back to",
		"UTC~Asia/Seoul",
		{ zone: "UTC", named: "Asia/Seoul" },
	],
	["a named one", "Asia/Seoul~Asia/Seoul", withNamed("Asia/Seoul")],
	["a zone nobody knows", "Mars/Olympus~Mars/Olympus", local],
	["something else altogether", "<script>~~~", local],
	["far too much", "x".repeat(10_000), local],
])("%s is understood", (_, text, choice) => {
	expect(zoneChoiceOf(text)).toEqual(choice);
	expect(zoneChoiceOf(printZoneChoice(choice))).toEqual(choice);
});

test("one key leads from local time to UTC and back, by way of the zone that was named", () => {
	const walk = (from: ZoneChoice) => {
		const zones = [];
		for (let at = from, n = 0; n < 4; n++) {
			at = nextZone(at);
			zones.push(at.zone);
		}
		return zones;
	};
	expect(walk(local)).toEqual(["UTC", null, "UTC", null]);
	expect(walk({ zone: null, named: "Asia/Seoul" })).toEqual([
		"UTC",
		"Asia/Seoul",
		null,
		"UTC",
	]);
	expect(walk(withNamed("UTC"))).toEqual([null, "UTC", null, "UTC"]);
});

test("times are written in the zone that is shown, unless another is asked for", () => {
	const at = Date.parse("2026-11-20T14:32:08Z");
	showZone("America/New_York");
	expect(shownZone()).toBe("America/New_York");
	expect(clock(at, "en")).toBe("09:32:08");
	expect(clock(at, "en", "Asia/Seoul")).toBe("23:32:08");
	showZone("UTC");
	expect(clock(at, "en")).toBe("14:32:08");
});
