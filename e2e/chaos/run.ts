// What comes of a schedule? Plays it on a place of its own, with work and people beside, and says what was promised and did not hold.
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { watch } from "../faults/witness.ts";
import { count, people } from "../long/people.ts";
import { visit } from "../visitor.ts";
import { actsOn } from "./acts.ts";
import { alarmName, alarmsOn, calmName } from "./alarms.ts";
import { breakIt } from "./break.ts";
import { type Doors, doorsOf, stormsAt } from "./doors.ts";
import { type Growth, grownTooMuch, growthOf } from "./growth.ts";
import { names as brokers, placeIn } from "./place.ts";
import { processesOf } from "./processes.ts";
import { type Broken, brokenBy, isFault, type Step } from "./schedule.ts";
import { seeing } from "./seen.ts";
import { truthsOn } from "./truths.ts";

export type Told = {
	/** Each with its moment; empty where all held. */
	readonly broken: readonly string[];
	readonly faults: Readonly<Record<string, number>>;
	readonly boards: number;
	readonly compared: number;
	readonly heard: Readonly<Record<string, number>>;
	readonly alarms: number;
	readonly taken: number;
	readonly turnedDown: number;
	readonly acts: Readonly<Record<string, number>>;
	readonly doors: Doors;
	readonly store: Growth;
	readonly most: ReturnType<ReturnType<typeof processesOf>["most"]>;
	readonly deeds: Readonly<Record<string, number>>;
};

type Playing = {
	readonly folder: string;
	readonly steps: readonly Step[];
	readonly seed: number;
	readonly nodes: 0 | 1 | 3;
	/** Who click. */
	readonly crowd: number;
	/** How long everything may take to be as it should, once nothing is broken any more. */
	readonly settleMs: number;
	say(line: string): void;
};

const memoryMb = 512;
const openFiles = 200;

export async function play(playing: Playing): Promise<Told> {
	const { folder, steps, seed, nodes, crowd, settleMs, say } = playing;
	const alarmCount = steps.filter(({ does }) => does === "alarm").length;
	const names = Array.from({ length: alarmCount }, (_, n) => alarmName(n));
	const place = await placeIn(folder, [...names, calmName], nodes);
	const broken = new Set<Broken>();
	const faults = new Map<string, number>();
	const failed: string[] = [];
	try {
		const seen = seeing(await visit(place.product));
		const { visitor } = seen;
		const truths = await truthsOn(place, (it) => !broken.has(it));
		const witness = watch(visitor, truths.all);
		const processes = processesOf(place.product);
		const growth = growthOf(join(folder, "store"));
		const alarms = alarmsOn(place);
		const acts = actsOn(place, visitor);
		const clicking =
			crowd === 0
				? null
				: await people(place.product, {
						...{ seed, clicking: crowd, restMs: 2000 },
					});
		const startedMs = performance.now();
		const now = () => Math.round(performance.now() - startedMs);

		async function broke(step: Step): Promise<void> {
			if (!isFault(step.does)) return;
			const whom = brokenBy(step.does);
			broken.add(whom);
			say(`${now()} ms: ${step.does}, for ${step.forMs} ms`);
			try {
				const whole = await breakIt(place, step.does, step);
				await after(step.forMs);
				await whole();
				count(faults, step.does);
			} catch (error) {
				failed.push(`at ${now()} ms ${step.does} could not be done: ${error}`);
			} finally {
				broken.delete(whom);
			}
		}

		const underWay: Promise<void>[] = [];
		let [alarm, act] = [0, 0];
		for (const step of steps) {
			await after(Math.max(0, step.atMs - now()));
			if (step.does === "alarm")
				underWay.push(alarms.raise(alarm++).catch(() => {}));
			else if (step.does === "act") underWay.push(acts.ask(act++));
			else underWay.push(broke(step));
		}
		await Promise.all(underWay);
		say(`${now()} ms: nothing is broken any more`);
		await clicking?.leave();
		const unheard: string[] = [];
		await truths.end();
		for (const { channel, lag } of truths.living())
			await witness
				.until(
					({ rows }) =>
						rows.some(
							(row) =>
								row.channel === channel && !row.stale && row.lag?.n === lag(),
						),
					settleMs,
				)
				.catch(() => unheard.push(`${channel} is not shown with ${lag()}`));
		const missing = await alarms.missing(settleMs);
		const ended = await acts.ended();
		const most = processes.most();
		const store = growth.most();
		const doors = doorsOf(place);
		const channels = (await visitor.board(`broker:${brokers.broken}`)).total;
		const told: Told = {
			broken: [
				...[...witness.broken, ...seen.broken, ...failed, ...unheard],
				...[...missing, ...(await acts.wrong()), ...tooMuch(most)],
				...grownTooMuch(store, now()),
				...stormsAt(doors, now(), channels),
				...(clicking?.thrown ?? []).map((it) => `a page threw: ${it}`),
			],
			faults: Object.fromEntries(faults),
			...{ boards: witness.boards, compared: witness.compared },
			...{ heard: seen.heard(), alarms: alarms.raised.size },
			taken: place.taken.length,
			turnedDown: place.sink.heard.length - place.taken.length,
			acts: Object.fromEntries(ended),
			...{ doors, store, most },
			deeds: Object.fromEntries(clicking?.done ?? []),
		};
		processes.end();
		growth.end();
		alarms.end();
		acts.end();
		await witness.stop();
		return told;
	} finally {
		await place.stop();
	}
}

const tooMuch = (most: Told["most"]): readonly string[] =>
	Object.entries(most).flatMap(([role, taken]) =>
		taken.peakMb < memoryMb && taken.openFiles < openFiles
			? []
			: [
					`I6: the ${role} took ${taken.peakMb.toFixed(0)} MB and ${taken.openFiles} files`,
				],
	);
