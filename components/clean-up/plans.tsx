"use client";
// What would be done, and does somebody say yes to it? One plan in full, or several one by one.
import { useState } from "react";
import { useWords } from "#lib/say/speech.tsx";
import type { BodyProps } from "./body.tsx";
import { ByHand } from "./by-hand.tsx";
import { Choices } from "./choices.tsx";
import { Consent } from "./consent.tsx";
import { deedOfAll, isDoable } from "./deed.ts";
import { Effects } from "./effects.tsx";
import { Figures } from "./figures.tsx";
import { Members } from "./members.tsx";
import { Moves } from "./moves.tsx";
import { Narrow } from "./narrow.tsx";
import { Problem } from "./problem.tsx";
import { Said } from "./said.tsx";
import { TargetList } from "./target-list.tsx";
import { Grave, Warnings } from "./warnings.tsx";
import { wishWith } from "./wish.ts";

/** What somebody types before a yes. */
export type Yes = {
	readonly why: string;
	readonly typed: string;
	setWhy(why: string): void;
	setTyped(typed: string): void;
};

export function useYes(): Yes {
	const [why, setWhy] = useState("");
	const [typed, setTyped] = useState("");
	return { why, typed, setWhy, setTyped };
}

export function Plans(props: BodyProps) {
	const yes = useYes();
	const { errand, steps, isBefore } = props;
	return (
		<>
			<form
				className="d-body"
				aria-busy={isBefore}
				// A reason ends with a key that must not say yes.
				onSubmit={(event) => event.preventDefault()}
			>
				<PlanParts {...props} yes={yes} />
			</form>
			<Consent {...{ errand, steps, yes, isBefore }} />
		</>
	);
}

export function PlanParts(props: BodyProps & { readonly yes: Yes }) {
	const words = useWords();
	const { plan: said } = words.cleanUp;
	const { errand, steps, yes } = props;
	const { undertaking } = errand;
	if (undertaking === null) return null;
	const { targets } = undertaking;
	const plans = targets
		.filter(isDoable)
		.flatMap(({ plan }) => (plan === null ? [] : plan));
	const [plan] = plans;
	const deed = deedOfAll(targets);
	if (plan === undefined || deed === null) return null;
	const isOne = targets.length === 1;
	return (
		<>
			<Grave plans={plans} />
			{isOne ? (
				<section>
					<h3 className="h-sec">{said.happens}</h3>
					<Effects plan={plan} />
				</section>
			) : (
				<TargetList
					action={errand.cleanUp.action}
					{...{ targets, leftOut: undertaking.leftOut }}
				/>
			)}
			<Choices
				{...{ id: errand.id, plans, messages: deed.messages }}
				onChoose={(choice) =>
					steps.draw(
						wishWith(isOne ? plan.cleanUp : errand.cleanUp, {
							fate: choice.fate,
							to: isOne ? choice.to : null,
						}),
					)
				}
			/>
			{isOne && <Moves key={`moves ${errand.id}`} plan={plan} />}
			{isOne && <Figures figures={plan.figures} title={said.figures} />}
			{isOne && <Warnings plan={plan} />}
			{[...new Set(plans.map(({ undo }) => undo))].map((undo) => (
				<p key={undo} className="d-undo">
					{words.cleanUp.undoings[undo]}
				</p>
			))}
			{isOne && (
				<Members key={`members ${errand.id}`} plan={plan} onDraw={steps.draw} />
			)}
			<Narrow
				wish={isOne ? plan.cleanUp : errand.cleanUp}
				onDraw={steps.draw}
			/>
			<Said {...yes} name={undertaking.typed} />
			{isOne && <ByHand commands={plan.commands} />}
			<Problem problem={steps.failure} />
		</>
	);
}
