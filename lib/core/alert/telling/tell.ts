// Who is told what now, and why is nobody told of the rest? From what fires to waves and notices, without a clock.
import type { Alert } from "../alert.ts";
import {
	type Notice,
	type NoticeWhy,
	type Silence,
	silences,
	type Wave,
} from "../notice.ts";
import { freshWaves, pairOf, toldPairs } from "./fresh-waves.ts";
import { isFiring, noticeOf } from "./notice-of.ts";
import {
	outletsFor,
	type Scene,
	type Silencing,
	silencing,
} from "./silence.ts";

export type Telling = Scene & {
	readonly nowMs: number;
	readonly elapsedMs: number;
	/** By id: those that fire, and those that stand in a wave. One that is missing is over for long. */
	readonly alerts: ReadonlyMap<string, Alert>;
	/** Those that are not over. */
	readonly waves: readonly Wave[];
	readonly memory: TellMemory;
	newId(): string;
};

/** What a restart may forget: it costs a few seconds of gathering. */
export type TellMemory = {
	/** How long alerts that are to be told together have waited for each other. */
	readonly gatheredMs: ReadonlyMap<string, number>;
	/** Why an outlet was not told of an alert before. */
	readonly silent: ReadonlyMap<string, Silence>;
};
export const noMemory: TellMemory = {
	gatheredMs: new Map(),
	silent: new Map(),
};

export type Told = {
	/** All that go on, and those that are over now. */
	readonly waves: readonly Wave[];
	readonly notices: readonly Notice[];
	/** Why nobody is told of an alert that fires, by alert. */
	readonly held: ReadonlyMap<string, Silence>;
	readonly memory: TellMemory;
};

export function tell(it: Telling): Told {
	const firing = [...it.alerts.values()].filter(isFiring);
	const silence = silencing(it, firing);
	const goneOn = it.waves.map((wave) => goOn(wave, it, silence));
	const fresh = freshWaves(it, firing, silence);
	const waves = [...goneOn.map(({ wave }) => wave), ...fresh.waves];
	return {
		waves,
		notices: [
			...goneOn.flatMap(({ notice }) => notice ?? []),
			...fresh.notices,
		],
		held: heldBy(it, firing, silence, toldPairs(waves)),
		memory: fresh.memory,
	};
}

/** A wave that was told once: told again, over, or neither. */
function goOn(before: Wave, it: Telling, silence: Silencing) {
	const { nowMs, rules } = it;
	const outlet = it.outlets.find(({ name }) => name === before.outlet);
	const rule = rules.get(before.rule);
	const alerts = before.alerts.flatMap((id) => it.alerts.get(id) ?? []);
	const firing = alerts.filter(isFiring);
	const sinceToldMs = before.sinceToldMs + it.elapsedMs;
	const notice = (wave: Wave, says: Notice["says"], why: NoticeWhy) =>
		noticeOf(it.newId(), wave, { says, why, atMs: nowMs }, alerts, rule);
	if (firing.length === 0) {
		const wave = { ...before, sinceToldMs, overMs: nowMs };
		return { wave, notice: outlet ? notice(wave, "over", "all over") : null };
	}
	const isDue =
		outlet !== undefined &&
		(sinceToldMs >= (outlet.keepAliveMs ?? Infinity) ||
			(sinceToldMs >= (rule?.againMs ?? Infinity) &&
				firing.some(
					(alert) =>
						outletsFor(alert, it).includes(outlet) &&
						silence(alert, outlet, true) === null,
				)));
	if (!isDue) return { wave: { ...before, sinceToldMs }, notice: null };
	const wave = { ...before, sinceToldMs: 0, toldMs: nowMs };
	return { wave, notice: notice(wave, "still fires", "told again") };
}

/** Held is what no outlet is told of, nor will be told again, as things stand. */
function heldBy(
	it: Telling,
	firing: readonly Alert[],
	silence: Silencing,
	told: ReadonlySet<string>,
): ReadonlyMap<string, Silence> {
	const held = new Map<string, Silence>();
	for (const alert of firing) {
		const outlets = outletsFor(alert, it);
		if (outlets.length === 0)
			held.set(alert.id, silence(alert, null, false) ?? "no outlet");
		const whys = outlets.map((outlet): Silence | null => {
			const wasTold = told.has(pairOf(alert.id, outlet.name));
			return silence(alert, outlet, wasTold) ?? (wasTold ? null : "gathering");
		});
		const why = silences.find((it) => whys.includes(it));
		if (why && !whys.includes(null)) held.set(alert.id, why);
	}
	return held;
}
