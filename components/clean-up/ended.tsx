"use client";
// Why was nothing done? What is refused and what changed since, with a new plan one key away.
import type { ReactNode } from "react";
import type { RefusalCode } from "#lib/core/clean-up/refusal-code.ts";
import { known } from "#lib/say/clean-up-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import type { BodyProps } from "./body.tsx";
import { ByHand } from "./by-hand.tsx";
import { cleanUpOf } from "./deed.ts";
import { Figures } from "./figures.tsx";
import { Problem } from "./problem.tsx";
import { Refusals } from "./refusals.tsx";
import { hasMovedOn, isEmpty } from "./refused.ts";
import { TargetList } from "./target-list.tsx";
import type { Steps } from "./use-steps.ts";
import type { View } from "./view.ts";
import type { PlanWish } from "./wish.ts";

export type EndProps = Pick<BodyProps, "errand" | "view" | "steps">;

export const Ended = (props: EndProps) => (
	<>
		<div className="d-body">
			<EndParts {...props} />
		</div>
		<EndFoot {...props} />
	</>
);

export function EndParts({ errand, view, steps }: EndProps) {
	const { plan: words, course } = useWords().cleanUp;
	const targets = errand.undertaking?.targets ?? [];
	const [first] = targets;
	const isOne = targets.length === 1;
	return (
		<>
			<Why {...{ errand, view }} />
			{isOne && first?.failure && <Problem problem={first.failure} />}
			{isOne && view === "nothing" && first?.plan?.refusal && (
				<Refused errand={errand} plan={first.plan} />
			)}
			{isOne && view === "changed" && first?.outcome && (
				<>
					<Refusals refusals={first.outcome.refusals} />
					<Figures
						figures={first.outcome.figures}
						title={course.onBroker}
						before={words.planned}
						after={words.now}
					/>
				</>
			)}
			{!isOne && targets.length > 0 && (
				<TargetList
					action={errand.cleanUp.action}
					targets={targets}
					leftOut={errand.undertaking?.leftOut ?? 0}
				/>
			)}
			<Problem problem={steps.failure} />
		</>
	);
}

function Why(props: {
	readonly errand: CleanUpReply;
	readonly view: View;
}): ReactNode {
	const { plan, course } = useWords().cleanUp;
	const { errand, view } = props;
	switch (view) {
		case "changed":
			return hasMovedOn(errand) && <p className="q2">{plan.changedWhy}</p>;
		case "expired":
			return <p className="q2">{plan.expired}</p>;
		case "cancelled":
			return <p className="q2">{course.nothingDone}</p>;
		case "nothing":
			return isEmpty(errand) && <p>{plan.idle[errand.cleanUp.action]}</p>;
		default:
			return errand.failure && <Problem problem={errand.failure} />;
	}
}

type Planned = NonNullable<
	NonNullable<CleanUpReply["undertaking"]>["targets"][number]["plan"]
>;

const byHand: readonly RefusalCode[] = [
	...(["its own way", "not enabled", "no safe way"] as const),
	"moving already",
];

/** What stands in the way; and where something else is to be run, that as well. */
function Refused(props: {
	readonly errand: CleanUpReply;
	readonly plan: Planned;
}) {
	const { refusals, plan: words } = useWords().cleanUp;
	const { errand, plan } = props;
	const { refusal, commands } = plan;
	if (refusal === null || isEmpty(errand)) return null;
	return (
		<>
			<p>{refusals[refusal.code](known(refusal.values))}</p>
			{byHand.includes(refusal.code) && commands !== null && (
				<ByHand commands={commands} title={words.toRun} />
			)}
		</>
	);
}

/** What somebody fills in stays as it is. */
const filledIn: readonly PlanWish["action"][] = ["reset", "move"];

export function EndFoot({
	errand,
	steps,
}: {
	readonly errand: CleanUpReply;
	readonly steps: Steps;
}) {
	const { plan: words } = useWords().cleanUp;
	const targets = errand.undertaking?.targets ?? [];
	const { cleanUp } = errand;
	const isAsWished = targets.length !== 1 || filledIn.includes(cleanUp.action);
	const wish = isAsWished ? cleanUp : cleanUpOf(cleanUp, targets);
	return (
		<footer className="d-foot">
			<span className="grow" />
			<button type="button" className="btn bare" onClick={steps.close}>
				{words.close}
			</button>
			{cleanUp.action !== "undo" && (
				<button
					type="button"
					className="btn main"
					aria-disabled={steps.isBusy}
					onClick={() => steps.draw(wish)}
				>
					{words.again}
				</button>
			)}
		</footer>
	);
}
