// What goes with a group, and how does it end? In one step, and only while nobody is in it: the broker says so itself.
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Course } from "../../system.ts";
import { refuse, type Tally } from "../../tally.ts";
import { deleteGroups } from "../protocol/delete-groups.ts";
import { deleteCommand } from "./commands.ts";
import { goingIn } from "./going.ts";
import type { GroupNow } from "./group-now.ts";
import { hiddenIn, notIdle } from "./idle.ts";
import type { Place } from "./place.ts";
import { plainPlan } from "./plain-plan.ts";
import type { Put } from "./puts.ts";
import { refusalOfCode } from "./refused.ts";
import { told } from "./told.ts";
import { beforeOf } from "./write.ts";

/** `now` is of all its topics. */
export function planDestroy(place: Place, now: GroupNow): Plan {
	const { learned, group } = place;
	const { rows, effects, warnings, after, targets } = goingIn(place, now);
	const hidden = hiddenIn(now, learned.times.rest(group));
	return plainPlan(place, now, {
		...{ cleanUp: { action: "destroy" }, risk: "loses messages", rows },
		...{ undo: "while empty", typed: group, effects, after },
		warnings: [...hidden.warnings, ...warnings],
		shown: ["waiting", "positions"],
		further: { action: "destroy", targets },
		commands: deleteCommand(place, now),
		refusal: notIdle(now) ?? hidden.refusal,
	});
}

/** Gone meanwhile is as good as done. */
const noSuchGroup = 69;
const notSaid = -1;

export async function endGroup(
	{ group, untilMs }: Place,
	now: GroupNow,
	course: Course,
	tally: Tally,
): Promise<void> {
	const puts = [...now.topics.values()].flatMap(({ place, positions }) =>
		[...positions.keys()].map((partition): Put => {
			const { topic } = place;
			return { topic, partition, position: null, metadata: "" };
		}),
	);
	await course.progress({ messages: 0, members: 0, stage: "messages" });
	if (course.stop.aborted) return refuse(tally, "was stopped");
	await course.keep(beforeOf(now, puts));
	const answers = await told(now.link, deleteGroups([group]), untilMs());
	const own = answers.find((one) => one.group === group);
	const code = own?.code ?? notSaid;
	if (code === 0 || code === noSuchGroup) tally.messages = puts.length;
	else tally.refusals.push(refusalOfCode(code, puts.length));
}
