"use client";
// What came of it? What the broker showed afterwards, what was refused one by one, what was seen later, and a way back.
import Link from "next/link";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { Time } from "#components/ui/time.tsx";
import { undoFaultOf } from "#lib/core/clean-up/undo.ts";
import { known } from "#lib/say/clean-up-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import type { BodyProps } from "./body.tsx";
import { kindOfAll, unitOf } from "./deed.ts";
import { Figures } from "./figures.tsx";
import { Problem } from "./problem.tsx";
import { Refusals } from "./refusals.tsx";
import { TargetList } from "./target-list.tsx";

export function Outcomes({ errand, nowMs, steps }: BodyProps) {
	const { course: words, plan: said } = useWords().cleanUp;
	const { undertaking } = errand;
	const targets = undertaking?.targets ?? [];
	const kept = targets.reduce((sum, target) => sum + target.kept, 0);
	const unit = unitOf(kindOfAll(errand.cleanUp, targets));
	const endedMs = errand.ended === null ? null : Date.parse(errand.ended);
	const fault = undoFaultOf({ ...errand, endedMs }, nowMs);
	return (
		<>
			<div className="d-body">
				{errand.state === "unknown" && (
					<p className="note l-unknown">
						<Icon path={glyphs.warn} />
						<span>{words.unknownMeans}</span>
					</p>
				)}
				{targets.length === 1 ? (
					targets.map((target) => (
						<Outcome key={target.id} {...{ target, endedMs }} />
					))
				) : (
					<TargetList
						action={errand.cleanUp.action}
						{...{ targets, leftOut: undertaking?.leftOut ?? 0 }}
					/>
				)}
				{errand.undertaking?.undoneBy && <p className="q2">{words.undoIt}</p>}
				<Problem problem={steps.failure ?? errand.failure} />
			</div>
			<footer className="d-foot">
				<Link
					className="btn bare"
					href={`/activity?open=${encodeURIComponent(errand.id)}`}
					prefetch={false}
				>
					{words.seeActivity}
				</Link>
				<span className="grow" />
				{fault === null && (
					<button
						type="button"
						className="btn"
						aria-disabled={steps.isBusy}
						onClick={steps.undo}
					>
						<Icon path={undoGlyph} />
						{kept > 0 ? words.undoOf(kept, unit) : words.undo}
					</button>
				)}
				<button type="button" className="btn main" onClick={steps.close}>
					{said.close}
				</button>
			</footer>
		</>
	);
}

export const undoGlyph = "M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5l3-3M3 6.5l3 3";

export function Outcome(props: {
	readonly target: TargetReply;
	readonly endedMs: number | null;
}) {
	const { cleanUp, numbers } = useWords();
	const { course: words, plan: said } = cleanUp;
	const { target, endedMs } = props;
	const { outcome, afterwards } = target;
	if (outcome === null) return null;
	const { verified } = outcome;
	return (
		<>
			<p className="d-verified">
				{verified === null
					? words.notVerified
					: words.verified(
							Math.max(0, Date.parse(verified) - (endedMs ?? 0)) / 1_000,
						)}
			</p>
			<Figures
				figures={outcome.figures}
				title={words.onBroker}
				before={said.before}
			/>
			<Refusals refusals={outcome.refusals} />
			{afterwards.length > 0 && (
				<section>
					<h3 className="h-sec">{words.lookedAgain}</h3>
					<ul className="d-after">
						{afterwards.map(({ code, values, at }) => (
							<li key={`${at} ${code}`}>
								<Time ms={Date.parse(at)} whole={numbers.wholly} stop={0}>
									{numbers.clock(Date.parse(at))}
								</Time>
								<span>{words.afterwards[code](known(values))}</span>
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	);
}
