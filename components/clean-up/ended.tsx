"use client";
// Why was nothing done? What is refused and what changed since, with a new plan one key away.
import type { ReactNode } from "react";
import { known } from "#lib/say/clean-up-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BodyProps } from "./body.tsx";
import { cleanUpOf } from "./deed.ts";
import { Figures } from "./figures.tsx";
import { Problem } from "./problem.tsx";
import { Refusals } from "./refusals.tsx";
import { isIdle } from "./refused.ts";
import { TargetList } from "./target-list.tsx";

export function Ended(
	props: Omit<BodyProps, "isBefore"> & { readonly children: ReactNode },
) {
	const { errand, view, steps, children } = props;
	const { plan: words, refusals, course } = useWords().cleanUp;
	const targets = errand.undertaking?.targets ?? [];
	const [first] = targets;
	const isOne = targets.length === 1;
	const wish = isOne ? cleanUpOf(errand.cleanUp, targets) : errand.cleanUp;
	const planRefusal = first?.plan?.refusal ?? null;
	const isUndo = errand.cleanUp.action === "undo";
	return (
		<>
			<div className="d-body">
				<div className="q2">{children}</div>
				{isOne && first?.failure && <Problem problem={first.failure} />}
				{isOne &&
					view === "nothing" &&
					planRefusal !== null &&
					!isIdle(errand) && (
						<p>{refusals[planRefusal.code](known(planRefusal.values))}</p>
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
						targets={targets}
						leftOut={errand.undertaking?.leftOut ?? 0}
					/>
				)}
				<Problem problem={steps.failure} />
			</div>
			<footer className="d-foot">
				<span className="grow" />
				<button type="button" className="btn bare" onClick={steps.close}>
					{words.close}
				</button>
				{!isUndo && (
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
		</>
	);
}
