// What does the board say of each group of a stream, tick by tick? No tick may alarm, or have a pace below zero.
import { expect } from "vitest";
import { judgeNext } from "#lib/core/assess.ts";
import type { Reading, Snapshot } from "#lib/core/reading.ts";
import { newWindow, type Window } from "#lib/core/window/window.ts";
import { wholeEn as en } from "#lib/say/en/spoken.tsx";
import { noteSentence, reasonSentence } from "#lib/say/sentence.ts";
import type { Connection } from "../../system.ts";

export function boardOf(connection: Connection) {
	const windows = new Map<string, Window>();
	return async () => {
		const snapshot = streamsOf(await connection.read());
		const said = snapshot.readings.map((reading) => sentenceOf(reading));
		return { ...snapshot, said };
	};

	function sentenceOf(reading: Reading): string {
		const key = JSON.stringify([reading.channel, reading.group]);
		const window = windows.get(key) ?? newWindow();
		windows.set(key, window);
		const { verdict, reason, pace } = judgeNext(window, reading, reading.atMs);
		expect(["healthy", "unknown"]).toContain(verdict);
		expect(pace.in ?? 0).toBeGreaterThanOrEqual(0);
		expect(pace.out ?? 0).toBeGreaterThanOrEqual(0);
		return `${reading.group} ${verdict}: ${reasonSentence(en, reason)}`;
	}
}

/** Sentinel subscribes to every server it watches over, and so do others. */
export const streamsOf = (snapshot: Snapshot): Snapshot => ({
	...snapshot,
	readings: snapshot.readings.filter(({ kind }) => kind === "stream"),
});

export const notesIn = ({
	readings,
}: {
	readonly readings: readonly Reading[];
}) =>
	readings.flatMap(({ notes }) => notes.map((note) => noteSentence(en, note)));
