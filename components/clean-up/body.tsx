"use client";
// What stands in the dialog while it is drawn, asked, done, over?
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { Ended } from "./ended.tsx";
import { Move } from "./move.tsx";
import { Outcomes } from "./outcomes.tsx";
import { Plans } from "./plans.tsx";
import { Problem } from "./problem.tsx";
import { Reset } from "./reset.tsx";
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

/** While one is planned, it may still be said where to. */
const asking: readonly View[] = ["plan", "nothing", "expired", "failed"];

export function Body(props: BodyProps) {
	const { errand, steps, view } = props;
	const { cleanUp } = errand;
	if (cleanUp.action === "reset" && asking.includes(view))
		return <Reset {...props} wish={cleanUp} />;
	if (cleanUp.action === "move" && asking.includes(view))
		return <Move {...props} wish={cleanUp} />;
	switch (view) {
		case "plan":
			return <Plans {...props} />;
		case "running":
			return <Running {...props} />;
		case "outcome":
			return <Outcomes {...props} />;
		case "changed":
		case "expired":
		case "nothing":
		case "failed":
		case "cancelled":
			return <Ended {...props} />;
		case "drawing":
			return <Problem problem={steps.failure} />;
	}
}
