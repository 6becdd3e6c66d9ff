// Why is one outlet not told of an alert that fires? A reason, or null where it is told.
import { gravityOf } from "../../verdict.ts";
import type { Alert } from "../alert.ts";
import type { Silence } from "../notice.ts";
import { type Rule, ruleGravities } from "../rule.ts";

/** An outlet as it is now. */
export type HearingOutlet = {
	readonly name: string;
	readonly isQuiet: boolean;
	readonly keepAliveMs: number | null;
};

export type Scene = {
	readonly rules: ReadonlyMap<string, Rule>;
	readonly outlets: readonly HearingOutlet[];
	readonly isMuted: (alert: Alert) => boolean;
	readonly silentBrokers: ReadonlySet<string>;
};

/** Who is to be told of what this rule finds: nobody is told by an outlet that it fails. */
export function outletsFor(
	{ rule, target }: Pick<Alert, "rule" | "target">,
	{ rules, outlets }: Pick<Scene, "rules" | "outlets">,
): readonly HearingOutlet[] {
	const tell = rules.get(rule)?.tell ?? null;
	return outlets.filter(
		({ name }) =>
			(tell === null || tell.includes(name)) &&
			!(target.is === "outlet" && target.outlet === name),
	);
}

export type Silencing = (
	alert: Alert,
	/** Null where there is none to be told by. */
	outlet: HearingOutlet | null,
	wasTold: boolean,
) => Exclude<Silence, "gathering" | "no outlet"> | null;

export function silencing(scene: Scene, firing: readonly Alert[]): Silencing {
	const bySubscription = Map.groupBy(firing, subscriptionOf);
	const muted = new Map(firing.map((it) => [it.id, scene.isMuted(it)]));

	function isOutdone(alert: Alert, outlet: HearingOutlet | null): boolean {
		const subscription = subscriptionOf(alert);
		if (subscription === null) return false;
		return (bySubscription.get(subscription) ?? []).some(
			(other) =>
				isGraver(other, alert, scene.rules) &&
				!muted.get(other.id) &&
				(outlet === null ||
					outletsFor(other, scene).some(({ name }) => name === outlet.name)),
		);
	}

	return (alert, outlet, wasTold) => {
		const { target } = alert;
		if (muted.get(alert.id)) return "muted";
		if (wasTold && alert.acknowledged !== null) return "acknowledged";
		if (outlet?.isQuiet && alert.gravity !== "critical") return "quiet hours";
		if (target.is === "subscription" && scene.silentBrokers.has(target.broker))
			return "broker silent";
		if (isOutdone(alert, outlet)) return "graver";
		return alert.calmMs > 0 ? "calming" : null;
	};
}

const subscriptionOf = ({ target }: Alert): string | null =>
	target.is === "subscription" ? target.id : null;

/** Of two verdicts of one gravity the worse one is; a number beside a verdict is something else. */
function isGraver(a: Alert, b: Alert, rules: Scene["rules"]): boolean {
	const than =
		ruleGravities.indexOf(a.gravity) - ruleGravities.indexOf(b.gravity);
	if (than !== 0) return than > 0;
	const [one, other] = [rules.get(a.rule)?.when, rules.get(b.rule)?.when];
	return (
		one?.is === "verdict" &&
		other?.is === "verdict" &&
		gravityOf(one.atLeast) > gravityOf(other.atLeast)
	);
}
