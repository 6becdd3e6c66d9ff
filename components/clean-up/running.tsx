"use client";
// How far is it? Stage by stage, with a way to stop after what is under way.
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { exactly } from "#lib/core/amount.ts";
import { stages } from "#lib/core/clean-up/outcome.ts";
import { shown } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BodyProps } from "./body.tsx";
import { deedOfAll, unitOf } from "./deed.ts";
import { Problem } from "./problem.tsx";
import { progressOf } from "./progress.ts";

export function Running({ errand, steps }: BodyProps) {
	const { course: words, plan: said, deeds } = useWords().cleanUp;
	const { undertaking } = errand;
	const targets = undertaking?.targets ?? [];
	const deed = deedOfAll(targets);
	const { messages, members, stage, share } = progressOf(targets);
	const of = deed?.messages ?? exactly(0);
	const unit = deed === null ? "messages" : unitOf(deed.kind);
	const ofMembers = deed?.members ?? 0;
	const told = words.progress([messages, of], [members, ofMembers], unit);
	const shownStages = stages.filter(
		(it) => it !== "members" || ofMembers > 0 || of.n === 0,
	);
	const stoppedBy = undertaking?.stoppedBy ?? null;
	return (
		<>
			<div className="d-body">
				<div>
					<p className="d-far">{told}</p>
					<div
						className="prog"
						role="progressbar"
						aria-label={
							deed === null ? words.states.running : deeds.doing(deed)
						}
						aria-valuenow={Math.round(share * 100)}
						aria-valuemin={0}
						aria-valuemax={100}
						aria-valuetext={told}
					>
						<i style={{ width: `${share * 100}%` }} />
					</div>
				</div>
				<ul className="log">
					<Step is="done">{words.writtenDown}</Step>
					{shownStages.map((it) => {
						const at = stages.indexOf(it) - stages.indexOf(stage ?? stages[0]);
						const isNow = at === 0 && stage !== null;
						return (
							<Step key={it} is={isNow ? "now" : at < 0 ? "done" : "to come"}>
								{it === "messages" && unit === "positions"
									? words.positions
									: words.stages[it]}
							</Step>
						);
					})}
				</ul>
				<p className="q">{words.goesOn}</p>
				<Problem problem={steps.failure} />
			</div>
			<footer className="d-foot">
				<span className="q" aria-live="polite">
					{stoppedBy !== null && words.stopping(shown(stoppedBy))}
				</span>
				<span className="grow" />
				<button type="button" className="btn bare" onClick={steps.close}>
					{said.close}
				</button>
				<button
					type="button"
					className="btn"
					aria-disabled={stoppedBy !== null || steps.isBusy}
					onClick={() => {
						if (stoppedBy === null) steps.stop();
					}}
				>
					{words.stop}
				</button>
			</footer>
		</>
	);
}

function Step(props: {
	readonly is: "done" | "now" | "to come";
	readonly children: string;
}) {
	const { is, children } = props;
	return (
		<li
			className={is === "to come" ? "q" : is === "now" ? "m" : ""}
			{...(is === "now" ? { "aria-current": "step" as const } : {})}
		>
			<span className="ok">
				{is === "done" && <Icon path={glyphs.check} />}
			</span>
			<span>{children}</span>
		</li>
	);
}
