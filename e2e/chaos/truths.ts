// What is true while a broker breaks again and again? A truth that its broker left unsure claims nothing any more, so that another one follows it.
import { kafkaTruth, redisTruth, type Truth } from "../faults/truth.ts";
import { takeTurns } from "../long/turns.ts";
import { names, type Place } from "./place.ts";
import type { Broken } from "./schedule.ts";

export type Truths = {
	/** All there ever were: what was confirmed of a former one stays true. */
	readonly all: readonly Truth[];
	/** Those of this moment. */
	readonly living: () => readonly Truth[];
	end(): Promise<void>;
};

const lookEveryMs = 3000;

export async function truthsOn(
	{ redis, beside, kafka }: Place,
	isWhole: (broken: Broken) => boolean,
): Promise<Truths> {
	const all: Truth[] = [];
	const sources: { make(): Promise<Truth>; of: Broken | null }[] = [
		{ make: () => redisTruth(names.broken, redis), of: "redis" },
		{ make: () => redisTruth(names.beside, beside), of: null },
	];
	if (kafka !== null)
		sources.push({
			make: () => kafkaTruth(names.cluster, kafka.world),
			of: "kafka",
		});
	const living = await Promise.all(sources.map(({ make }) => make()));
	all.push(...living);
	const known = living.map((truth) => truth.lag());
	const turns = takeTurns({
		everyMs: lookEveryMs,
		async turn() {
			for (const [n, truth] of living.entries()) {
				const lag = truth.lag();
				const source = sources[n];
				const grows = lag > (known[n] ?? 0);
				known[n] = lag;
				if (grows || source === undefined) continue;
				if (source.of !== null && !isWhole(source.of)) continue;
				const next = await source.make();
				void truth.end().catch(() => {});
				all.push(next);
				living[n] = next;
				known[n] = 0;
			}
			return 1;
		},
		end: async () => {},
	});
	return {
		all,
		living: () => living,
		async end() {
			await turns.end();
			for (const truth of living) await truth.end();
		},
	};
}
