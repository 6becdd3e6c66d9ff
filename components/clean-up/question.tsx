"use client";
// What has somebody to say before there is a plan? It stays above its plan, whatever comes of it.
import type { ReactNode } from "react";
import type { BodyProps } from "./body.tsx";
import { Consent } from "./consent.tsx";
import { EndFoot, EndParts } from "./ended.tsx";
import { PlanParts, useYes } from "./plans.tsx";

export function Question(
	props: BodyProps & {
		readonly children: ReactNode;
		/** The plan that is shown is of what is filled in. */
		readonly isShown: boolean;
		readonly onEnter: () => void;
	},
) {
	const { errand, view, steps, children, isShown, onEnter } = props;
	const yes = useYes();
	const isBefore = props.isBefore || steps.isBusy || !isShown;
	return (
		<>
			<form
				className="d-body"
				aria-busy={isBefore}
				onSubmit={(event) => {
					event.preventDefault();
					onEnter();
				}}
			>
				{children}
				{view === "plan" ? (
					<PlanParts {...props} yes={yes} />
				) : (
					<EndParts {...{ errand, view, steps }} />
				)}
			</form>
			{view === "plan" ? (
				<Consent {...{ errand, steps, yes, isBefore }} />
			) : (
				<EndFoot {...{ errand, steps }} />
			)}
		</>
	);
}
