// What does a clean-up look like in a table? A line for each subscription it was about; codes, names and whole numbers.
import type { CleanUpReply, TargetReply } from "#lib/wire/clean-up.ts";
import type { Cell } from "./csv.ts";

type Line = {
	readonly errand: CleanUpReply;
	/** Null where it was never planned. */
	readonly target: TargetReply | null;
};
type Column = readonly [head: string, cell: (line: Line) => Cell];

const ofErrand = (
	head: string,
	read: (errand: CleanUpReply) => Cell,
): Column => [head, ({ errand }) => read(errand)];
const ofTarget = (
	head: string,
	read: (target: TargetReply) => Cell | undefined,
): Column => [head, ({ target }) => (target && read(target)) ?? null];

const columns: readonly Column[] = [
	ofErrand("errand", (it) => it.id),
	ofErrand("asked", (it) => it.asked),
	ofErrand("by", (it) => it.by),
	ofErrand("from", (it) => it.from),
	ofErrand("action", (it) => it.cleanUp.action),
	ofErrand("filter", (it) => it.filter),
	ofErrand("state", (it) => it.state),
	ofErrand("failure", (it) => it.failure?.key ?? null),
	ofErrand("approved", (it) => it.undertaking?.approval?.at ?? null),
	ofErrand("approved.by", (it) => it.undertaking?.approval?.by ?? null),
	ofErrand("approved.from", (it) => it.undertaking?.approval?.from ?? null),
	ofErrand("why", (it) => it.undertaking?.approval?.why ?? null),
	ofErrand("started", (it) => it.undertaking?.started ?? null),
	ofErrand("stopped.by", (it) => it.undertaking?.stoppedBy ?? null),
	ofErrand("ended", (it) => it.ended),
	ofErrand("undone.by", (it) => it.undertaking?.undoneBy ?? null),
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
];

export const heads: readonly Cell[] = columns.map(([head]) => head);

export function linesOf(errand: CleanUpReply): readonly (readonly Cell[])[] {
	const targets = errand.undertaking?.targets ?? [];
	const lines = targets.length > 0 ? targets : [null];
	return lines.map((target) =>
		columns.map(([, cell]) => cell({ errand, target })),
	);
}
