"use client";
// What is done most likely about one row of a list? One button, beside its reason.
import { useId } from "react";
import { fittingFor } from "#lib/core/clean-up/fitting.ts";
import { cleanUpProblem } from "#lib/say/clean-up-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import { offerOf, wishOf } from "./offer.ts";
import { whyNot } from "./offers.tsx";
import { useAsk } from "./use-ask.ts";
import { useLeave } from "./use-leave.ts";

export function RowDeed(props: {
	readonly row: RowReply;
	readonly system: SystemReply;
}) {
	const words = useWords();
	const why = useId();
	const leave = useLeave();
	const { ask, isAsking, failure } = useAsk();
	const { row, system } = props;
	const { offer: said } = words.cleanUp;
	const action = fittingFor(row);
	if (action === null || !system.kinds[row.kind]?.actions?.includes(action))
		return null;
	const offer = offerOf(action, row, leave);
	const told =
		failure === null ? whyNot(words, offer) : cleanUpProblem(words, failure);
	const isOff = offer.hindrance !== null || leave === null || isAsking;
	const what = said.actions[action](offer.held, offer.dead);
	return (
		<span className="row-deed">
			<button
				type="button"
				className="btn small"
				aria-disabled={isOff}
				aria-describedby={why}
				title={[what, ...(told === null ? [] : [told])].join("\n")}
				onClick={() => {
					if (!isOff) ask({ subscriptions: [row.id] }, wishOf(action, row));
				}}
			>
				{said.row}
				<span className="sr"> {what}</span>
			</button>
			<span id={why} className="sr" aria-live="polite">
				{told}
			</span>
		</span>
	);
}
