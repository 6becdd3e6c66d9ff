// How do alerts look on the wire? Times become ISO text; what only the review reckons with stays on the server.
import type { Alert, AlertSeen } from "#lib/core/alert/alert.ts";
import type { Mute } from "#lib/core/alert/mute.ts";
import { type Answer, silences } from "#lib/core/alert/notice.ts";
import type { OutletFact, OutletFares } from "#lib/core/alert/outlet.ts";
import type { KnownRule } from "#lib/core/alert/rule.ts";
import type { ShownAlert, ToldOf } from "#lib/core/alert/shown.ts";
import type {
	AlertReply,
	AnswerReply,
	MuteReply,
	OutletReply,
	ToldReply,
} from "./alerts.ts";
import type { AlertMarkReply } from "./history.ts";
import { isoOf } from "./on-wire.ts";
import type { KnownRuleReply } from "./rule.ts";

const isoOrNull = (ms: number | null) => (ms === null ? null : isoOf(ms));

export function alertOnWire({
	alert,
	held,
	also,
	told,
}: ShownAlert): AlertReply {
	const { acknowledged } = alert;
	return {
		...{ id: alert.id, rule: alert.rule, gravity: alert.gravity },
		...{ state: alert.state, target: alert.target },
		since: isoOf(alert.sinceMs),
		fired: isoOrNull(alert.firedMs),
		resolved: isoOrNull(alert.resolvedMs),
		end: alert.end,
		first: seenOnWire(alert.first),
		last: seenOnWire(alert.last),
		flaps: alert.firings.length,
		acknowledged: acknowledged && {
			...{ by: acknowledged.by, why: acknowledged.why },
			at: isoOf(acknowledged.atMs),
		},
		held: silences.find((silence) => silence === held) ?? null,
		also: [...also],
		told: told.map(toldOnWire),
	};
}

function seenOnWire({ atMs, ...seen }: AlertSeen): AlertReply["first"] {
	return { ...seen, at: isoOf(atMs) };
}

const toldOnWire = (told: ToldOf): ToldReply => ({
	...{ outlet: told.outlet, says: told.says, why: told.why },
	...{ state: told.state, tries: told.tries },
	at: isoOf(told.atMs),
	next: told.state === "owed" ? isoOf(told.nextMs) : null,
	answer: told.answer && answerOnWire(told.answer),
});

export const answerOnWire = ({
	isTaken,
	code,
	values,
}: Answer): AnswerReply => ({ isTaken, code, values: { ...values } });

export const muteOnWire = ({
	untilMs,
	atMs,
	endedMs,
	...mute
}: Mute): MuteReply => ({
	...mute,
	until: isoOrNull(untilMs),
	at: isoOf(atMs),
	ended: isoOrNull(endedMs),
});

export const outletOnWire = ({
	deliveredMs,
	failingSinceMs,
	answer,
	...outlet
}: OutletFact & OutletFares): OutletReply => ({
	...outlet,
	delivered: isoOrNull(deliveredMs),
	failingSince: isoOrNull(failingSinceMs),
	answer: answer && answerOnWire(answer),
});

export const ruleOnWire = (rule: KnownRule): KnownRuleReply => ({
	...rule,
	tell: rule.tell && [...rule.tell],
});

/** A chart marks only what fired. */
export function alertMarkOnWire(alert: Alert): readonly AlertMarkReply[] {
	const { id, rule, gravity, firedMs, resolvedMs } = alert;
	if (firedMs === null) return [];
	const resolved = isoOrNull(resolvedMs);
	return [{ id, rule, gravity, fired: isoOf(firedMs), resolved }];
}
