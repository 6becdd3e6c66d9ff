"use client";
// Where is a group to read on, and what would that do? What is filled in stays above its plan, whatever comes of it.
import type { BodyProps } from "./body.tsx";
import { Consent } from "./consent.tsx";
import { EndFoot, EndParts } from "./ended.tsx";
import { PlanParts, useYes } from "./plans.tsx";
import type { Reset as ResetWish } from "./whereto/draft.ts";
import { useWhereto } from "./whereto/use-whereto.ts";
import { Whereto } from "./whereto/whereto.tsx";

export function Reset(props: BodyProps & { readonly wish: ResetWish }) {
	const { errand, view, steps, nowMs, wish } = props;
	const yes = useYes();
	const targets = errand.undertaking?.targets ?? [];
	const now = useWhereto({ wish, targets, nowMs, steps });
	const isBefore = props.isBefore || steps.isBusy || !now.isShown;
	return (
		<>
			<form
				className="d-body"
				aria-busy={isBefore}
				onSubmit={(event) => {
					event.preventDefault();
					now.enter();
				}}
			>
				<Whereto {...{ now, targets }} />
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
