"use client";
// What fires, who was told, and is the rule right? What is wrong now and was before at the left, what is watched for at the right.
import { useNarrow } from "#components/ui/narrow.ts";
import { useTicking } from "#components/ui/ticking.ts";
import { useWords } from "#lib/say/speech.tsx";
import { serverNow } from "#lib/wire/seen.ts";
import { useAlertsAddress } from "./address.ts";
import { Firing } from "./firing.tsx";
import type { WhenOf } from "./firing-row.tsx";
import { Past } from "./past.tsx";
import { Rules } from "./rules.tsx";
import { useAlerts } from "./use-alerts.ts";
import { useMayTend } from "./use-may-tend.ts";
import { usePast } from "./use-past.ts";
import { useRules } from "./use-rules.ts";

export function Alerts() {
	const { alerts: said } = useWords();
	const ticking = useTicking();
	const at = useAlertsAddress();
	const now = useAlerts();
	const rules = useRules();
	const mayTend = useMayTend();
	const nowMs = now.clock === null ? 0 : serverNow(now.clock, ticking);
	const past = usePast(at.days, now.clock?.serverMs ?? null);
	const isNarrow = useNarrow();
	const firing = now.reply?.firing ?? [];
	// What lies below another part comes once that has its place, so that nothing jumps.
	const isBegun = now.reply !== null || now.problem !== null;
	const isPastThere = past.whole !== null || past.problem !== null;
	const whenOf: WhenOf = ({ rule }) =>
		rules.reply?.rules.find(({ name }) => name === rule)?.when ?? null;
	return (
		<div className="alerts">
			<title>{`${said.title} · Tidemark`}</title>
			<div className="alerts-left">
				<Firing {...{ now, nowMs, whenOf, mayTend }} />
				{isBegun && <Past {...{ past, firing, at }} />}
			</div>
			{(!isNarrow || (isBegun && isPastThere)) && (
				<div className="alerts-right">
					<Rules now={rules} {...{ at, firing, nowMs, mayTend }} />
				</div>
			)}
		</div>
	);
}
