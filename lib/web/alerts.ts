// What fires, of what does nobody want to hear, what is watched and who is told?
import { mayAcknowledge } from "#lib/access/asking.ts";
import { sightOf } from "#lib/access/view.ts";
import type { AlertWish } from "#lib/core/alert/asked/errand.ts";
import { tendFaultOf } from "#lib/core/alert/asked/tending.ts";
import { ruleGravities } from "#lib/core/alert/rule.ts";
import type { ShownAlert } from "#lib/core/alert/shown.ts";
import type { SystemWords } from "#lib/core/board.ts";
import { filterMistakeKeys } from "#lib/core/filter/filter.ts";
import { freshnessOf } from "#lib/core/freshness.ts";
import { Problem } from "#lib/core/problem.ts";
import { gravityOf } from "#lib/core/verdict.ts";
import type { SeenStore } from "#lib/store/seen.ts";
import type { Pulse } from "#lib/store/store.ts";
import { tendableIn } from "#lib/store/tendable.ts";
import type {
	AlertsReply,
	OneAlertReply,
	RulesReply,
} from "#lib/wire/alerts.ts";
import {
	alertOnWire,
	muteOnWire,
	outletOnWire,
	ruleOnWire,
} from "#lib/wire/alerts-on-wire.ts";
import { alertsRequest } from "#lib/wire/alerts-request.ts";
import { collectorOnWire, isoOf, systemOnWire } from "#lib/wire/on-wire.ts";
import { askAgainMs } from "./board.ts";
import { queryOf } from "./body.ts";
import { etagOf, hasAlready, rightsMark } from "./etag.ts";
import type { AskedBy } from "./guard.ts";
import { bareReply, reply } from "./reply.ts";

/** Raised when the answer takes another shape, so that no screen keeps the old one. */
const shape = 2;
/** What was muted until a moment ago is still shown as that. */
const endedShownMs = 24 * 3_600_000;

export async function answerAlerts(asked: AskedBy): Promise<Response> {
	const { request, nowMs } = asked;
	const query = queryOf(new URL(request.url).searchParams, alertsRequest);
	const { alerts, board, pulse } = await asked.store();
	// The revision is read before what it is of: at worst the same is sent again.
	const rev = await alerts.alertsRev();
	const beat = await pulse.last();
	const mark = etagOf([
		...[shape, rev, query.limit, rightsMark(asked.person)],
		...beatMarks(beat, nowMs),
	]);
	const headers = {
		etag: mark,
		"tidemark-at": isoOf(nowMs),
		"tidemark-collector":
			beat === null ? "-" : String(Math.max(0, nowMs - beat.atMs)),
	};
	if (hasAlready(request.headers, mark)) return bareReply(304, headers);
	const firing = await alerts.firing(query.limit);
	const mutes = await alerts.mutes(nowMs - endedShownMs);
	const body: AlertsReply = {
		...{ rev, at: isoOf(nowMs) },
		askAgainMs: askAgainMs(await board.brokers()),
		collector: collectorOnWire(beat, nowMs),
		systems: (await board.systems()).map(systemOnWire),
		firing: firing.alerts.toSorted(byGravity).map(alertOnWire),
		firingTotal: firing.total,
		pending: firing.pending,
		mutes: mutes.map(muteOnWire),
		withheld: sightOf(asked.person) !== null,
	};
	return reply(body, { headers });
}

/** Rules of one gravity find what is more and less grave; who was first stays first. */
const byGravity = (a: ShownAlert, b: ShownAlert): number =>
	ruleGravities.indexOf(b.alert.gravity) -
		ruleGravities.indexOf(a.alert.gravity) ||
	gravityOf(b.alert.last.verdict ?? "healthy") -
		gravityOf(a.alert.last.verdict ?? "healthy");

const beatMarks = (beat: Pulse | null, nowMs: number) => [
	beat?.startedMs ?? null,
	beat?.history ?? null,
	freshnessOf(beat?.atMs ?? null, beat?.everyMs ?? 0, nowMs),
];

export async function answerAlert(asked: AskedBy): Promise<Response> {
	const { alerts, board } = await asked.store();
	const shown = await alerts.alert(asked.params.id ?? "");
	if (shown === null) throw new Problem("not found", "alert gone");
	const { target } = shown.alert;
	const system =
		"system" in target ? systemIn(await board.systems(), target.system) : null;
	const body: OneAlertReply = {
		at: isoOf(asked.nowMs),
		system: system && systemOnWire(system),
		alert: alertOnWire(shown),
	};
	return reply(body);
}

const systemIn = (systems: readonly SystemWords[], name: string) =>
	systems.find((system) => system.name === name) ?? null;

export async function answerRules(asked: AskedBy): Promise<Response> {
	const { alerts } = await asked.store();
	const body: RulesReply = {
		at: isoOf(asked.nowMs),
		rules: (await alerts.knownRules()).map(ruleOnWire),
		outlets: (await alerts.outlets()).map(outletOnWire),
		withheld: sightOf(asked.person) !== null,
	};
	return reply(body);
}

/** What cannot be is refused at once; the collector asks again before it does anything. */
export async function judgeAlerts(
	wish: AlertWish,
	{ person, nowMs }: AskedBy,
	{ alerts }: SeenStore,
): Promise<void> {
	const known = await tendableIn(alerts, wish);
	if (known.alert && !mayAcknowledge(person.rights, known.alert.target))
		throw new Problem("forbidden", "not allowed");
	const fault = tendFaultOf(wish, known, nowMs);
	if (fault === null) return;
	const isMistake = filterMistakeKeys.some((key) => key === fault.key);
	const code = isMistake ? "invalid" : "refused";
	throw new Problem(code, fault.key, fault.values);
}
