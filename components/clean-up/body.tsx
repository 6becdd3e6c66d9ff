"use client";
// What stands in the dialog while it is drawn, asked, done, over?
import { useWords } from "#lib/say/speech.tsx";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { Ended } from "./ended.tsx";
import { Outcomes } from "./outcomes.tsx";
import { Plans } from "./plans.tsx";
import { Problem } from "./problem.tsx";
import { hasMovedOn } from "./refused.ts";
import { Running } from "./running.tsx";
import type { Steps } from "./use-steps.ts";
import type { View } from "./view.ts";

export type BodyProps = {
	readonly errand: CleanUpReply;
	readonly view: View;
	readonly nowMs: number;
	readonly steps: Steps;
	readonly isBefore: boolean;
};

export function Body(props: BodyProps) {
	const { cleanUp: words } = useWords();
	const { errand, steps } = props;
	switch (props.view) {
		case "plan":
			return <Plans {...props} />;
		case "running":
			return <Running {...props} />;
		case "outcome":
			return <Outcomes {...props} />;
		case "changed":
			return (
				<Ended {...props}>{hasMovedOn(errand) && words.plan.changedWhy}</Ended>
			);
		case "expired":
			return <Ended {...props}>{words.plan.expired}</Ended>;
		case "nothing":
		case "failed":
			return (
				<Ended {...props}>
					{errand.failure !== null && <Problem problem={errand.failure} />}
				</Ended>
			);
		case "cancelled":
			return <Ended {...props}>{words.course.nothingDone}</Ended>;
		case "drawing":
			return <Problem problem={steps.failure} />;
	}
}
