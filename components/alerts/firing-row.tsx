"use client";
// What does one alert that fires say? Its verdict, since when, why, who was told and what did not arrive, and what to do.
import Link from "next/link";
import { VerdictMark } from "#components/charts/verdict-mark.tsx";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Condition, RuleGravity } from "#lib/core/alert/rule.ts";
import type { Verdict } from "#lib/core/verdict.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { AlertReply } from "#lib/wire/alerts.ts";
import type { SystemReply } from "#lib/wire/board.ts";
import { Acknowledge } from "./acknowledge.tsx";
import { openMuting } from "./muting.ts";
import { amongTarget, evidenceSaid, targetHref } from "./said.ts";
import { Target } from "./target.tsx";
import { toldSaid } from "./told.ts";
import { useMayNot, useMayTendAt } from "./use-may-tend.ts";

/** What its rule watches for; null where that rule is gone. */
export type WhenOf = (alert: AlertReply) => Condition | null;

export function FiringRow(props: {
	readonly alert: AlertReply;
	readonly systems: readonly SystemReply[];
	readonly nowMs: number;
	readonly whenOf: WhenOf;
	readonly mayTend: boolean | null;
}) {
	const words = useWords();
	const { alerts: said, numbers, subscription, board } = words;
	const { alert, systems, nowMs, whenOf, mayTend } = props;
	const { target, last, acknowledged } = alert;
	const sinceMs = Date.parse(alert.since);
	const told = toldSaid(words, alert, nowMs);
	const loses =
		last.verdict !== "losing" && last.marginSeconds !== null
			? board.forecast.loses(last.marginSeconds.n)
			: null;
	return (
		<li className={last.verdict === "losing" ? "alerts-losing" : ""}>
			<div className="l1">
				<Gravity verdict={last.verdict} gravity={alert.gravity} />
				<Target {...{ target, systems }} />
				<Time look="q nw" ms={sinceMs} whole={numbers.wholly} stop={0}>
					{subscription.since(
						numbers.moment(sinceMs, nowMs),
						numbers.duration((nowMs - sinceMs) / 1_000),
					)}
				</Time>
			</div>
			<p className="l2">
				{evidenceSaid(words, alert, whenOf(alert))}
				{loses !== null && <b className="m"> · {loses}</b>}
			</p>
			{acknowledged !== null && (
				<p className="l2 q2">
					{said.acknowledgedBy(
						brief(acknowledged.by, 60),
						numbers.moment(Date.parse(acknowledged.at), nowMs),
						brief(acknowledged.why, 300),
					)}
				</p>
			)}
			<div className="l3">
				<span className="alerts-told">
					{said.rule(
						brief(alert.rule, 80),
						alert.also.map((name) => brief(name, 80)),
					)}
					{` · ${told.reached ?? (told.missed.length === 0 ? said.toldNobody : "")}`}
					{told.missed.map((missed) => (
						<b key={missed} className="alerts-missed">
							{` ${missed}`}
						</b>
					))}
					{told.held !== null && <span>{` · ${told.held}`}</span>}
					{alert.flaps > 1 && <span>{` · ${said.flaps(alert.flaps)}`}</span>}
				</span>
				<Deeds alert={alert} mayTend={mayTend} />
			</div>
		</li>
	);
}

/** What has no verdict shows how grave it is. */
export const Gravity = (props: {
	readonly verdict: Verdict | null;
	readonly gravity: RuleGravity;
}) => {
	const { verdicts, alerts } = useWords();
	// A number may be too high where all is well otherwise.
	return props.verdict === null || props.verdict === "healthy" ? (
		<span className="alerts-gravity">
			<Icon path={glyphs.warn} />
			{alerts.gravities[props.gravity]}
		</span>
	) : (
		<VerdictMark verdict={props.verdict}>{verdicts[props.verdict]}</VerdictMark>
	);
};

function Deeds(props: {
	readonly alert: AlertReply;
	readonly mayTend: boolean | null;
}) {
	const { alerts: said, cleanUp } = useWords();
	const { alert, mayTend } = props;
	const { target, last, acknowledged } = alert;
	const href = targetHref(target);
	const { action } = last;
	const among = amongTarget(target);
	const isOff = mayTend !== true;
	const mayNot = useMayNot() ?? said.mayNot;
	const why = mayTend === false ? mayNot : undefined;
	const spot = target.is === "subscription" ? target : null;
	const mayTake = useMayTendAt(spot) ?? mayTend;
	return (
		<span className="alerts-deeds">
			{href !== null && action !== null && isOffered(action) ? (
				<Link
					className="btn small"
					href={`${href}?do=${action}`}
					prefetch={false}
				>
					{cleanUp.offer.actions[action](null, null)}
				</Link>
			) : (
				href !== null && (
					<Link className="btn small" href={href} prefetch={false}>
						{said.open}
					</Link>
				)
			)}
			{acknowledged === null && (
				<Acknowledge
					alert={alert.id}
					isOff={mayTake !== true}
					whyOff={mayTake === false ? mayNot : undefined}
				/>
			)}
			{among !== null && (
				<button
					type="button"
					className="btn small bare"
					aria-disabled={isOff}
					title={why}
					onClick={() => !isOff && openMuting([among])}
				>
					<Icon path={glyphs.mute} />
					{said.mute}
				</button>
			)}
		</span>
	);
}

type Action = NonNullable<AlertReply["last"]["action"]>;
const isOffered = (
	action: Action,
): action is Exclude<Action, "undo" | "evict"> =>
	action !== "undo" && action !== "evict";
