// Of which alerts does nothing stay? Of those that nobody was ever told of, since a graver one of the same subscription was.
import type { Alert } from "#lib/core/alert/alert.ts";
import type { Silence, Wave } from "#lib/core/alert/notice.ts";
import type { ReviewWrite } from "#lib/store/alert-port.ts";

type Changes = Pick<ReviewWrite, "alerts" | "gone">;

export function withoutBeneath(
	{ alerts, gone }: Changes,
	held: ReadonlyMap<string, Silence>,
	waves: readonly Wave[],
): Changes {
	const isBeneath = ({ id, end }: Alert) =>
		end === "calm" &&
		held.get(id) === "graver" &&
		!waves.some((wave) => wave.alerts.includes(id));
	const beneath = alerts.filter(isBeneath).map(({ id }) => id);
	return {
		alerts: alerts.filter((alert) => !isBeneath(alert)),
		gone: [...gone, ...beneath],
	};
}
