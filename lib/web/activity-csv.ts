// What does what was done look like in a table? A line for each subscription a clean-up was about, one for each other change; codes, names and whole numbers.
import type { ChangeReply, DoneReply } from "#lib/wire/activity.ts";
import type { CleanUpReply, TargetReply } from "#lib/wire/clean-up.ts";
import type { Cell } from "./csv.ts";

type Line = {
	readonly errand: DoneReply;
	/** Null where it was never planned, and where it is no clean-up. */
	readonly target: TargetReply | null;
};
type Column = readonly [head: string, cell: (line: Line) => Cell];

const ofErrand = (head: string, read: (errand: DoneReply) => Cell): Column => [
	head,
	({ errand }) => read(errand),
];
const ofCleanUp = (
	head: string,
	read: (errand: CleanUpReply) => Cell | undefined,
	/** Of what is none. */
	readChange: (errand: ChangeReply) => Cell = () => null,
): Column => [
	head,
	({ errand }) =>
		errand.verb === "clean up" ? (read(errand) ?? null) : readChange(errand),
];
const ofChange = (head: string, read: (errand: ChangeReply) => Cell) =>
	ofCleanUp(head, () => null, read);
const ofTarget = (
	head: string,
	read: (target: TargetReply) => Cell | undefined,
): Column => [head, ({ target }) => (target && read(target)) ?? null];

const columns: readonly Column[] = [
	ofErrand("errand", (it) => it.id),
	ofErrand("asked", (it) => it.asked),
	ofErrand("by", (it) => it.by),
	ofErrand("from", (it) => it.from),
	ofCleanUp(
		"action",
		(it) => it.cleanUp.action,
		(it) => it.verb,
	),
	ofCleanUp(
		"filter",
		(it) => it.filter,
		(it) => it.among,
	),
	ofErrand("state", (it) => it.state),
	ofErrand("failure", (it) => it.failure?.key ?? null),
	ofCleanUp("approved", (it) => it.undertaking?.approval?.at),
	ofCleanUp("approved.by", (it) => it.undertaking?.approval?.by),
	ofCleanUp("approved.from", (it) => it.undertaking?.approval?.from),
	ofCleanUp(
		"why",
		(it) => it.undertaking?.approval?.why,
		(it) => it.why,
	),
	ofCleanUp("started", (it) => it.undertaking?.started),
	ofCleanUp("stopped.by", (it) => it.undertaking?.stoppedBy),
	ofErrand("ended", (it) => it.ended),
	ofCleanUp("undone.by", (it) => it.undertaking?.undoneBy),
	ofTarget("subscription", (it) => it.id),
	ofTarget("broker", (it) => it.subscription.broker),
	ofTarget("kind", (it) => it.subscription.kind),
	ofTarget("channel", (it) => it.subscription.channel),
	ofTarget("group", (it) => it.subscription.group),
	ofTarget("risk", (it) => it.plan?.risk),
	ofTarget("planned.messages", (it) => it.plan?.messages.n),
	ofTarget("planned.messages.bound", (it) => it.plan?.messages.bound),
	ofTarget("planned.members", (it) => it.plan?.membersRemoved),
	ofTarget("effects", (it) => it.plan && JSON.stringify(it.plan.effects)),
	ofTarget("not.planned", (it) => it.failure?.key ?? it.plan?.refusal?.code),
	ofTarget("ending", (it) => it.outcome?.ending),
	ofTarget("done.messages", (it) => it.outcome?.messagesDone),
	ofTarget("done.members", (it) => it.outcome?.membersRemoved),
	ofTarget(
		"refusals",
		(it) => it.outcome && JSON.stringify(it.outcome.refusals),
	),
	ofTarget("figures", (it) => it.outcome && JSON.stringify(it.outcome.figures)),
	ofTarget("verified", (it) => it.outcome?.verified),
	ofTarget("afterwards", (it) => JSON.stringify(it.afterwards)),
	ofChange("name", (it) => it.name),
	ofChange("target", (it) => it.target && JSON.stringify(it.target)),
	ofChange("until", (it) => it.until),
	ofChange("parts", (it) => JSON.stringify(it.parts)),
];

export const heads: readonly Cell[] = columns.map(([head]) => head);

export function linesOf(errand: DoneReply): readonly (readonly Cell[])[] {
	const targets =
		(errand.verb === "clean up" && errand.undertaking?.targets) || [];
	const lines = targets.length > 0 ? targets : [null];
	return lines.map((target) =>
		columns.map(([, cell]) => cell({ errand, target })),
	);
}
