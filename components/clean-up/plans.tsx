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
import { Narrow } from "./narrow.tsx";
import { Problem } from "./problem.tsx";
import { Said } from "./said.tsx";
import { TargetList } from "./target-list.tsx";
import { Grave, Warnings } from "./warnings.tsx";
import { wishWith } from "./wish.ts";

export function Plans({ errand, steps, isBefore }: BodyProps) {
	const words = useWords();
	const { plan: said } = words.cleanUp;
	const [why, setWhy] = useState("");
	const [typed, setTyped] = useState("");
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
	const yes = { why, typed };
	return (
		<>
			<form
				className="d-body"
				aria-busy={isBefore}
				// A reason ends with a key that must not say yes.
				onSubmit={(event) => event.preventDefault()}
			>
				<Grave plans={plans} />
				{isOne ? (
					<section>
						<h3 className="h-sec">{said.happens}</h3>
						<Effects plan={plan} />
					</section>
				) : (
					<TargetList targets={targets} leftOut={undertaking.leftOut} />
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
				{isOne && <Figures figures={plan.figures} title={said.figures} />}
				{isOne && <Warnings plan={plan} />}
				{[...new Set(plans.map(({ undo }) => undo))].map((undo) => (
					<p key={undo} className="d-undo">
						{words.cleanUp.undoings[undo]}
					</p>
				))}
				{isOne && <Members key={errand.id} plan={plan} onDraw={steps.draw} />}
				<Narrow
					wish={isOne ? plan.cleanUp : errand.cleanUp}
					onDraw={steps.draw}
				/>
				<Said {...{ why, setWhy, typed, setTyped }} name={undertaking.typed} />
				{isOne && <ByHand commands={plan.commands} />}
				<Problem problem={steps.failure} />
			</form>
			<Consent {...{ errand, steps, yes, isBefore }} />
		</>
	);
}
