// What is said of channels that keep nothing? One row a situation, with what every rule says.
import { describe, expect, test } from "vitest";
import { atLeast, exactly } from "../amount.ts";
import { members } from "../for-tests.ts";
import type { Note } from "../note.ts";
import type { Reading } from "../reading.ts";
import { judged, note } from "./for-tests.ts";

const kept = note("nothing kept");
const heard = (
	notes: readonly Note[],
	live = exactly(2),
): Partial<Reading> => ({
	...{ group: null, lag: null, arrived: null, departed: null },
	members: { ...members(live.n), live },
	notes: [...notes, ...kept],
});
const behind = note("subscriber behind", { subscribers: 1 });
const soon = note("cut off soon", { subscribers: 1, seconds: 40 });
const cut = note("subscriber cut off", { count: 1 });
const silent = (expected: number) => note("nobody listens", { expected });

describe("a channel that keeps nothing", () => {
	const table: [string, Partial<Reading>, string, string][] = [
		["with subscribers that keep up", heard([]), "healthy", "listened to"],
		["with one that is behind", heard(behind), "slow", "subscriber behind"],
		[
			"with one that will be cut off",
			heard([...soon, ...behind]),
			...(["losing", "cut off soon"] as const),
		],
		[
			"of which one was cut off, and another is behind",
			heard([...cut, ...behind]),
			...(["losing", "subscriber cut off"] as const),
		],
		[
			"of which one went while messages waited for it",
			heard(note("subscriber lost", { count: 1 })),
			...(["losing", "subscriber lost"] as const),
		],
		[
			"that should be heard, and is not",
			heard(silent(1), exactly(0)),
			...(["stopped", "nobody listens"] as const),
		],
		[
			"that should be heard, and may be by a pattern",
			heard(silent(1), atLeast(0)),
			...(["unknown", "nobody listens"] as const),
		],
		[
			"that was heard once",
			heard(silent(0), exactly(0)),
			...(["abandoned", "nobody listens"] as const),
		],
	];
	test.each(table)("%s", (_, reading, verdict, code) => {
		const said = judged(3, () => reading);
		expect([said.verdict, said.reason.code]).toEqual([verdict, code]);
		expect(said.holds[0]).toBe(code);
	});
});
