// What would the board say of one subscription, if time went faster for whoever watches? The broker's is real.
import { expect } from "vitest";
import { judgeNext } from "#lib/core/assess.ts";
import type { ReasonCode, Verdict } from "#lib/core/verdict.ts";
import { newWindow } from "#lib/core/window/window.ts";
import { eventually } from "#world/eventually.ts";
import type { Connection } from "./system.ts";

/** A reading about every five seconds of the faster clock. */
const faster = 30;
const everyMs = 5_000 / faster;
const withinMs = 60_000;

export function quickBoard(
	connection: Connection,
	group: string | null,
	channel: string,
) {
	const window = newWindow();
	const startedMs = Date.now();

	async function tick(): Promise<{ verdict: Verdict; code: ReasonCode }> {
		const { readings } = await connection.read();
		const read = readings.find(
			(one) => one.group === group && one.channel === channel,
		);
		if (!read || read.trouble) throw new Error("the group was not read");
		const atMs = startedMs + (Date.now() - startedMs) * faster;
		const reading = { ...read, atMs };
		const { verdict, reason } = judgeNext(window, reading, atMs);
		return { verdict, code: reason.code };
	}

	return {
		/** Until it was seen to read so often. */
		async reads(times: number): Promise<void> {
			await eventually(
				async () => {
					await tick();
					return window.rest.times >= times ? true : undefined;
				},
				withinMs,
				everyMs,
			);
		},
		/** Every verdict on the way there is one of these, or not yet one. */
		async says(
			verdict: Verdict,
			code: ReasonCode | null,
			onTheWay: readonly Verdict[],
		): Promise<void> {
			const seen: Verdict[] = [];
			await eventually(
				async () => {
					const said = await tick();
					const isIt =
						said.verdict === verdict && (code === null || said.code === code);
					if (!isIt) seen.push(said.verdict);
					return isIt ? true : undefined;
				},
				withinMs,
				everyMs,
			);
			const allowed: readonly Verdict[] = [...onTheWay, verdict, "unknown"];
			expect(seen.filter((it) => !allowed.includes(it))).toEqual([]);
		},
	};
}
