"use client";
// How is a clean-up told where many are listed? What it was, what came of it, and a way back.
import { Icon } from "#components/ui/icon.tsx";
import { undoFaultOf } from "#lib/core/clean-up/undo.ts";
import { cleanUpProblem, known } from "#lib/say/clean-up-sentence.ts";
import { capital } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { openErrand } from "./address.ts";
import { deedDone, deedOfAll, kindOfAll } from "./deed.ts";
import { Effects } from "./effects.tsx";
import { Figures } from "./figures.tsx";
import { Outcome, undoGlyph } from "./outcomes.tsx";
import { Refusals } from "./refusals.tsx";
import { TargetList } from "./target-list.tsx";
import { useUndo } from "./use-undo.ts";

/** What was planned, with its numbers; without a plan, what was asked for. */
export function what(
	{ activity, cleanUp: words }: Words,
	{ cleanUp, undertaking }: CleanUpReply,
): string {
	const targets = undertaking?.targets ?? [];
	const deed = deedOfAll(targets);
	if (deed !== null) return words.deeds.title(deed);
	const name = activity.actions[cleanUp.action];
	return cleanUp.action === "undo" ? words.course.undo : capital(name);
}

/** What was done and the first thing that was refused. */
export function inWords(words: Words, errand: CleanUpReply): string {
	const { cleanUp: said } = words;
	const targets = errand.undertaking?.targets ?? [];
	if (errand.failure !== null) return cleanUpProblem(words, errand.failure);
	const outcomes = targets.flatMap(({ outcome }) => outcome ?? []);
	const refusals = [
		...outcomes.flatMap(({ refusals }) => refusals),
		...targets.flatMap(({ plan }) => plan?.refusal ?? []),
	].map(({ code, values }) => said.refusals[code](known(values)));
	const parts = [...new Set(refusals)];
	if (outcomes.length > 0) {
		const done = deedDone(kindOfAll(errand.cleanUp, targets), outcomes);
		parts.unshift(capital(`${said.deeds.done(done)}.`));
	}
	return parts.join(" ");
}

export function Undo(props: {
	readonly errand: CleanUpReply;
	readonly nowMs: number;
}) {
	const words = useWords();
	const { course } = words.cleanUp;
	const { errand, nowMs } = props;
	const { undo, isAsking, failure } = useUndo();
	const { ended, undertaking } = errand;
	const endedMs = ended === null ? null : Date.parse(ended);
	const fault = undoFaultOf({ ...errand, endedMs }, nowMs);
	if (failure !== null)
		return <span role="alert">{cleanUpProblem(words, failure)}</span>;
	if (fault === "undone already")
		return <span className="q">{course.undone}</span>;
	if (["approved", "running", "planned"].includes(errand.state))
		return (
			<button
				type="button"
				className="btn small"
				onClick={() => openErrand(errand.id)}
			>
				{words.activity.show}
			</button>
		);
	if (fault !== null || undertaking === null) return null;
	return (
		<button
			type="button"
			className="btn small"
			aria-disabled={isAsking}
			onClick={() => undo(errand.id)}
		>
			<Icon path={undoGlyph} />
			{course.undo}
		</button>
	);
}

export function Detail({ errand }: { readonly errand: CleanUpReply }) {
	const { activity: said, cleanUp } = useWords();
	const targets = errand.undertaking?.targets ?? [];
	const [first] = targets;
	const endedMs = errand.ended === null ? null : Date.parse(errand.ended);
	if (targets.length !== 1 || first === undefined)
		return (
			<TargetList action={errand.cleanUp.action} {...{ targets, leftOut: 0 }} />
		);
	return (
		<>
			<section>
				<h2 className="h-sec">{said.plan}</h2>
				{first.plan === null ? (
					<p className="q">{said.noPlan}</p>
				) : (
					<>
						<Effects plan={first.plan} />
						{first.outcome === null && (
							<Figures
								figures={first.plan.figures}
								title={cleanUp.plan.figures}
							/>
						)}
						<Refusals
							refusals={first.plan.refusal ? [first.plan.refusal] : []}
						/>
					</>
				)}
			</section>
			<section>
				<h2 className="h-sec">{said.outcome}</h2>
				{first.outcome === null ? (
					<p className="q">{cleanUp.course.states[errand.state]}</p>
				) : (
					<Outcome target={first} endedMs={endedMs} />
				)}
			</section>
		</>
	);
}
