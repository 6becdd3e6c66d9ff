// What is lost with a group, and how is it ended? At once: the server knows no other way.
import { exactly } from "#lib/core/amount.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Warning } from "#lib/core/clean-up/remark.ts";
import type { Course } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { listOf, textOf } from "../../streams/replies.ts";
import { waitingOf } from "./counts.ts";
import type { GroupNow, Place } from "./group-now.ts";
import { plainPlan } from "./plain-plan.ts";
import { mayNot } from "./rights.ts";
import { run } from "./scripts.ts";
import type { Further } from "./seen.ts";

/** 1,000,000 held messages are forgotten in about half a second. */
const heldEachMs = 2_000;
const stallMs = 10;

export async function planDestroy(place: Place, now: GroupNow): Promise<Plan> {
	const { channel } = place.subscription;
	const { name, position } = now.group;
	const holding = now.held?.total ?? 0;
	const members = now.members.length;
	const living = now.members.filter(({ verdict }) => verdict !== "dead").length;
	const ms = Math.round(holding / heldEachMs);
	const warnings: Warning[] = [];
	if (living > 0)
		warnings.push({ code: "members may live", values: { members: living } });
	if (holding > 0)
		warnings.push({ code: "never processed", values: { messages: holding } });
	if (ms > stallMs) warnings.push({ code: "holds up server", values: { ms } });
	const lag = waitingOf(now)?.n ?? null;
	return plainPlan(place, now, {
		cleanUp: { action: "destroy" },
		...{ risk: "loses messages", undo: "impossible", typed: name, warnings },
		shown: ["members", "held by absent", "held by live", "waiting"],
		further: { action: "destroy", position, holding, members },
		effects: [{ code: "destroy", values: { members, holding, lag } }],
		...{ messages: exactly(holding), membersRemoved: members },
		after: {
			members: exactly(0),
			...{ "held by absent": exactly(0), "held by live": exactly(0) },
			waiting: null,
		},
		commands: [["XGROUP", "DESTROY", channel, name]],
		refusal: await mayNot(place, ["destroy"]),
	});
}

export async function applyDestroy(
	{ client, key, groupKey }: Place,
	seen: Extract<Further, { action: "destroy" }>,
	course: Course,
	tally: Tally,
): Promise<void> {
	await course.progress({ messages: 0, members: 0, stage: "members" });
	const args = [groupKey, seen.position, seen.holding, seen.members];
	const [kind, why] = listOf(await run(client, "destroy", [key], args));
	if (textOf(kind) === "refused") {
		refuse(tally, textOf(why) === "gone" ? "gone" : "changed since");
		return;
	}
	tally.messages = seen.holding;
	tally.members = seen.members;
}
