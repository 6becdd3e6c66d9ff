// What has to be known of alerts before it is said whether something may be changed?
import type { AlertWish } from "#lib/core/alert/asked/errand.ts";
import type { Tendable } from "#lib/core/alert/asked/tending.ts";
import type { ShownAlerts } from "./alert-port.ts";

export async function tendableIn(
	alerts: ShownAlerts,
	wish: AlertWish,
): Promise<Tendable> {
	const spokenOf =
		wish.verb === "acknowledge" ? await alerts.alert(wish.alert) : null;
	return {
		rules: await alerts.knownRules(),
		outlets: (await alerts.outlets()).map(({ name }) => name),
		mutes: (await alerts.mutes(Number.POSITIVE_INFINITY)).filter(
			({ endedMs }) => endedMs === null,
		),
		alert: spokenOf?.alert ?? null,
	};
}
