// What breaks when, and what goes on meanwhile? All of it from one seed, so that whatever was found comes again.
import { type Random, randomFrom } from "#world/random.ts";

/** Whom each fault is about: nobody is broken in two ways at once. */
const faults = {
	"redis frozen": "redis",
	"redis killed": "redis",
	"redis cut": "redis",
	"redis half cut": "redis",
	"redis slow": "redis",
	"redis refuses": "redis",
	"members die": "redis",
	"group destroyed": "redis",
	"kafka frozen": "kafka",
	"kafka killed": "kafka",
	"kafka cut": "kafka",
	"kafka slow": "kafka",
	"kafka refuses": "kafka",
	"collector killed": "collector",
	"collector frozen": "collector",
	"web killed": "web",
	"web frozen": "web",
	"store locked": "store",
	"outlet fails": "outlet",
	"outlet hangs": "outlet",
	"outlet resets": "outlet",
} as const;

export type Fault = keyof typeof faults;
export type Broken = (typeof faults)[Fault];
/** Alarms are backlogs of which somebody has to be told, acts are clean-ups that somebody asks for. */
export type Step = {
	readonly atMs: number;
	readonly forMs: number;
	readonly does: Fault | "alarm" | "act";
	/** From 0 to 1, for whatever is left to choose. */
	readonly choice: number;
};

export type Length = {
	readonly seconds: number;
	/** Nothing new breaks in these at the end. */
	readonly calmSeconds: number;
	readonly hasKafka: boolean;
};

const gapMs = { least: 1000, most: 6000 };
const lastsMs = { least: 1500, most: 9000 };
const restMs = 4000;
const alarmEveryMs = 5000;
/** Each is watched by a rule of its own, and nobody may have more than 200 rules. */
const alarmsMax = 190;
const actEveryMs = 25_000;

export const brokenBy = (fault: Fault): Broken => faults[fault];

export const isFault = (does: Step["does"]): does is Fault => does in faults;

export function scheduleOf(seed: number, length: Length): readonly Step[] {
	const random = randomFrom(seed);
	const endMs = (length.seconds - length.calmSeconds) * 1000;
	return [
		...faultsUntil(endMs, length, random),
		...every(
			Math.max(alarmEveryMs, Math.ceil(endMs / alarmsMax)),
			...([endMs, "alarm", random] as const),
		),
		...every(actEveryMs, endMs, "act", random),
	].toSorted((a, b) => a.atMs - b.atMs);
}

function faultsUntil(
	endMs: number,
	{ hasKafka }: Length,
	random: Random,
): readonly Step[] {
	const all = Object.keys(faults).filter(
		(it): it is Fault =>
			it in faults && (hasKafka || faults[it as Fault] !== "kafka"),
	);
	const steps: Step[] = [];
	const busyUntilMs = new Map<Broken, number>();
	let bag: Fault[] = [];
	for (let atMs = gapMs.least; ; ) {
		if (bag.length === 0) bag = shuffled(all, random);
		const at = bag.findIndex(
			(fault) => (busyUntilMs.get(faults[fault]) ?? 0) <= atMs,
		);
		const forMs = between(lastsMs, random);
		const [does] = at < 0 ? [] : bag.splice(at, 1);
		// Whoever is broken last is whole again before it is calm.
		if (atMs + forMs > endMs) return steps;
		if (does !== undefined) {
			busyUntilMs.set(faults[does], atMs + forMs + restMs);
			steps.push({ atMs, forMs, does, choice: random() });
		}
		atMs += between(gapMs, random);
	}
}

const between = (
	{ least, most }: { readonly least: number; readonly most: number },
	random: Random,
) => Math.round(least + random() * (most - least));

function every(
	everyMs: number,
	endMs: number,
	does: "alarm" | "act",
	random: Random,
): readonly Step[] {
	return Array.from({ length: Math.ceil(endMs / everyMs) }, (_, n) => ({
		atMs: Math.round((n + random() / 3) * everyMs),
		...{ forMs: 0, does, choice: random() },
	})).filter(({ atMs }) => atMs < endMs);
}

function shuffled<T>(of: readonly T[], random: Random): T[] {
	return of
		.map((it) => ({ it, place: random() }))
		.toSorted((a, b) => a.place - b.place)
		.map(({ it }) => it);
}
