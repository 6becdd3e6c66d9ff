// When was a verdict said, by the product's own record? Told in readings and by its own clock, which a slow machine makes no longer.
import type { APIRequestContext } from "@playwright/test";

export type Point = {
	readonly atMs: number;
	readonly lag: number | null;
	readonly registered: number | null;
	/** Messages ever handed to the group. */
	readonly departed: number | null;
	readonly timeLagSeconds: number | null;
	readonly marginSeconds: number | null;
};

export type Said = { readonly atMs: number; readonly verdict: string };

export type Told = {
	/** Each reading, oldest first. */
	readonly readings: readonly Point[];
	/** Each change of the verdict. */
	readonly said: readonly Said[];
};

export async function recordOf(
	request: APIRequestContext,
	channel: string,
): Promise<Told> {
	const filter = encodeURIComponent(`channel:"${channel}"`);
	const board = await request.get(`/api/board?filter=${filter}`);
	const { rows } = await board.json();
	const told = await request.get(
		`/api/subscriptions/${rows[0].id}/history?points=20000`,
	);
	const { at, asked, gauges, counters, annotations, stepMs } =
		await told.json();
	if (stepMs !== null) throw new Error("these are no single readings");
	const readings = at.map(
		(moment: string, i: number): Point => ({
			atMs: Date.parse(moment),
			lag: gauges.lag.last[i],
			registered: gauges.membersRegistered.last[i],
			departed: counters.departed[i],
			timeLagSeconds: gauges.timeLagSeconds.last[i],
			marginSeconds: gauges.marginSeconds.last[i],
		}),
	);
	return {
		readings: readings.filter((_: Point, i: number) => asked[i]),
		said: annotations.map((one: { at: string; verdict: string }) => ({
			atMs: Date.parse(one.at),
			verdict: one.verdict,
		})),
	};
}

/** The last time it was said. */
export function saidLast({ said }: Told, verdict: string): number {
	const found = said.findLast((one) => one.verdict === verdict);
	if (found === undefined) throw new Error(`${verdict} was never said`);
	return found.atMs;
}

/** Readings after that moment, up to and with the other. */
export const readingsIn = (
	{ readings }: Told,
	afterMs: number,
	untilMs: number,
): readonly Point[] =>
	readings.filter(({ atMs }) => atMs > afterMs && atMs <= untilMs);
