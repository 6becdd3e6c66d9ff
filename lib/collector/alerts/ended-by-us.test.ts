// Which subscriptions went because a clean-up of ours ended them?
import { expect, test } from "vitest";
import type { Action } from "#lib/core/clean-up/clean-up.ts";
import { targetOf, undertakingOf } from "#lib/core/clean-up/for-tests.ts";
import type { Errand } from "#lib/core/errand.ts";
import { rowOf } from "#lib/store/contract-rows.ts";
import { endedByUs } from "./ended-by-us.ts";

const said = { en: "log", ko: "로그" };
const kind = (wholeGroup: readonly Action[]) => ({
	...{ channel: said, group: said, holds: true, keeps: true, wholeGroup },
	...{ partitioned: false, itemised: true },
});
const orders = rowOf("orders");
const mails = rowOf("mails");
const others = rowOf("orders", { group: "others" });

/** As much of an errand as is looked at. */
function errandOf(action: "destroy" | "forget" | "remove"): Errand {
	const members = null;
	const cleanUp = action === "remove" ? { action, members } : { action };
	const { id, broker, channel, group } = orders;
	const subscription = { broker, kind: orders.kind, channel, group };
	const target = targetOf({ id, subscription });
	return {
		...{ id: "e", by: "kim", session: "s", state: "running", askedMs: 1 },
		...{ endedMs: null, look: null, findings: null, alerts: null },
		wish: { verb: "clean up", targets: { filter: "" }, cleanUp },
		undertaking: undertakingOf({ targets: [target] }),
		failure: null,
	};
}

test.each([
	["what was forgotten", "forget", [], [true, false, false]],
	["what was ended", "destroy", [], [true, false, false]],
	["a group that was ended whole", "destroy", ["destroy"], [true, true, false]],
	["what only lost a member", "remove", [], [false, false, false]],
] as const)("%s", (_, action, wholeGroup, are) => {
	const ours = endedByUs(() => kind(wholeGroup));
	ours.begins(errandOf(action));
	const asked = [orders, mails, others].map((row) => ours.isOurs(row));
	expect(asked).toEqual(are);
});
