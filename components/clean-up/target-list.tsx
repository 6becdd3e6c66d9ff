// What would be done to each of several subscriptions, or what came of it? One line each, and more where somebody asks.
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { cleanUpProblem, known } from "#lib/say/clean-up-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import { deedDone, deedOf, isDoable, kindOf } from "./deed.ts";
import { Effects } from "./effects.tsx";
import { Figures } from "./figures.tsx";
import { Where } from "./head.tsx";
import { Moves } from "./moves.tsx";
import { Refusals } from "./refusals.tsx";
import { Warnings } from "./warnings.tsx";
import type { PlanWish } from "./wish.ts";

export function TargetList(props: {
	readonly targets: readonly TargetReply[];
	readonly leftOut: number;
	/** What is done to each. */
	readonly action: PlanWish["action"];
}) {
	const { bulk } = useWords().cleanUp;
	const { targets, leftOut, action } = props;
	const sorted = targets.toSorted(
		(a, b) => Number(isDoable(b)) - Number(isDoable(a)),
	);
	return (
		<section>
			<h3 className="h-sec">{bulk.each}</h3>
			<ul className="d-targets">
				{sorted.map((target) => (
					<Line key={target.id} {...{ target, action }} />
				))}
			</ul>
			{leftOut > 0 && <p className="q">{bulk.leftOut(leftOut)}</p>}
		</section>
	);
}

function Line(props: {
	readonly target: TargetReply;
	readonly action: PlanWish["action"];
}) {
	const words = useWords();
	const { target, action } = props;
	const { plan, outcome } = target;
	const isBad =
		outcome !== null ? outcome.ending !== "done" : !isDoable(target);
	return (
		<li>
			<details>
				<summary>
					<span className={isBad ? "no" : "ok"}>
						<Icon path={isBad ? glyphs.warn : glyphs.check} />
					</span>
					<Where of={target} action={action} />
					<span className="grow" />
					<span className={isBad ? "q2" : "m"}>{saidOf(words, target)}</span>
				</summary>
				<div className="d-target">
					{outcome === null && plan !== null && (
						<>
							<Effects plan={plan} />
							<Moves plan={plan} />
							<Warnings plan={plan} />
						</>
					)}
					{outcome !== null && (
						<>
							<Figures
								figures={outcome.figures}
								title={words.cleanUp.course.onBroker}
								before={words.cleanUp.plan.before}
							/>
							<Refusals refusals={outcome.refusals} />
						</>
					)}
				</div>
			</details>
		</li>
	);
}

export function saidOf(words: Words, target: TargetReply): string {
	const { plan, failure, outcome } = target;
	const { deeds, refusals, course } = words.cleanUp;
	if (outcome !== null && plan !== null) {
		const state = course.states[outcome.ending];
		const done = deeds.done(deedDone(kindOf(plan), [outcome]));
		return `${state}: ${done}`;
	}
	if (failure !== null) return cleanUpProblem(words, failure);
	if (plan === null) return words.cleanUp.plan.failed;
	return plan.refusal === null
		? deeds.button(deedOf(plan))
		: refusals[plan.refusal.code](known(plan.refusal.values));
}
