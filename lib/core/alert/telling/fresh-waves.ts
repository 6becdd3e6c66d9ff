// Which waves begin now? What fires and no wave has told yet, with what begins beside it.
import type { Alert } from "../alert.ts";
import {
	alertsInWave,
	type Notice,
	type NoticeWhy,
	type Silence,
	type Wave,
} from "../notice.ts";
import { noticeOf } from "./notice-of.ts";
import { type HearingOutlet, outletsFor, type Silencing } from "./silence.ts";
import type { Telling } from "./tell.ts";

/** A tick, in which what begins together is seen. */
export const gatherMs = 5_000;
/** What follows while earlier waves still go on is gathered for longer each time: a storm is a few notices. */
export const gatherMostMs = 5 * 60_000;

/** Ids are ours, and have no space in them. */
export const pairOf = (alert: string, outlet: string): string =>
	`${alert} ${outlet}`;
const brokerOf = ({ target }: Alert): string | null =>
	target.is === "subscription" || target.is === "broker" ? target.broker : null;
const keyOf = (outlet: string, rule: string, broker: string | null) =>
	JSON.stringify([outlet, rule, broker]);

/** What no wave has told yet to an outlet that is to hear of it. */
export function freshWaves(
	it: Telling,
	firing: readonly Alert[],
	silence: Silencing,
) {
	const { elapsedMs, memory } = it;
	const told = toldPairs(it.waves);
	const open = Map.groupBy(it.waves, ({ outlet, rule, broker }) =>
		keyOf(outlet, rule, broker),
	);
	const silent = new Map<string, Silence>();
	const ready = new Map<string, { outlet: HearingOutlet; alerts: Alert[] }>();
	for (const alert of firing)
		for (const outlet of outletsFor(alert, it)) {
			const pair = pairOf(alert.id, outlet.name);
			if (told.has(pair)) continue;
			const why = silence(alert, outlet, false);
			const before = why ?? memory.silent.get(pair);
			if (before) silent.set(pair, before);
			if (why !== null) continue;
			const key = keyOf(outlet.name, alert.rule, brokerOf(alert));
			const those = ready.get(key) ?? { outlet, alerts: [] };
			those.alerts.push(alert);
			ready.set(key, those);
		}
	const gatheredMs = new Map<string, number>();
	const begun: { wave: Wave; notice: Notice }[] = [];
	for (const [key, { outlet, alerts }] of ready) {
		const waited = memory.gatheredMs.get(key);
		const waitedMs = waited === undefined ? 0 : waited + elapsedMs;
		const waves = open.get(key)?.length ?? 0;
		if (waitedMs < Math.min(gatherMs * 2 ** waves, gatherMostMs))
			gatheredMs.set(key, waitedMs);
		else
			for (let at = 0; at < alerts.length; at += alertsInWave)
				begun.push(
					begin(alerts.slice(at, at + alertsInWave), outlet, it, silent),
				);
	}
	return {
		waves: begun.map(({ wave }) => wave),
		notices: begun.map(({ notice }) => notice),
		memory: { gatheredMs, silent },
	};
}

export const toldPairs = (waves: readonly Wave[]): ReadonlySet<string> =>
	new Set(
		waves.flatMap(({ outlet, alerts }) =>
			alerts.map((id) => pairOf(id, outlet)),
		),
	);

function begin(
	alerts: readonly Alert[],
	outlet: HearingOutlet,
	it: Telling,
	silent: Map<string, Silence>,
) {
	const { nowMs } = it;
	const [first] = alerts;
	const rule = first?.rule ?? "";
	const wave: Wave = {
		...{ id: it.newId(), outlet: outlet.name, rule },
		broker: first ? brokerOf(first) : null,
		alerts: alerts.map(({ id }) => id),
		...{ beganMs: nowMs, toldMs: nowMs, sinceToldMs: 0, overMs: null },
	};
	const pairs = wave.alerts.map((id) => pairOf(id, outlet.name));
	const why = whyNow(pairs.map((pair) => silent.get(pair) ?? null));
	for (const pair of pairs) silent.delete(pair);
	const said = { says: "fires", why, atMs: nowMs } as const;
	const notice = noticeOf(it.newId(), wave, said, alerts, it.rules.get(rule));
	return { wave, notice };
}

/** One that nobody kept silent before is news, whatever stands beside it. */
function whyNow(before: readonly (Silence | null)[]): NoticeWhy {
	if (before.includes(null)) return "began to fire";
	switch (before[0]) {
		case "muted":
			return "no longer muted";
		case "quiet hours":
			return "quiet hours over";
		case "broker silent":
			return "broker answers again";
		case "graver":
			return "graver one over";
		default:
			return "began to fire";
	}
}
