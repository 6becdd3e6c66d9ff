"use client";
// What can be done about one subscription? Buttons that say how much there is; one that may not be pressed says why.
import { useEffect, useId, useState } from "react";
import { placeSaid } from "#lib/say/access-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import { forgetWanted, useWanted } from "./address.ts";
import { type Hindered, type Offer, offersFor, wishOf } from "./offer.ts";
import { Problem } from "./problem.tsx";
import { useAsk } from "./use-ask.ts";
import { useLeave } from "./use-leave.ts";

const shownMost = 2;

export function Offers(props: {
	readonly row: RowReply;
	readonly system: SystemReply;
}) {
	const words = useWords();
	const { row, system } = props;
	const leave = useLeave();
	const { ask, isAsking, failure } = useAsk();
	const [all, setAll] = useState(false);
	const offers = offersFor(row, system.kinds[row.kind], leave);
	const wanted = useWanted();
	const fitting = offers.find(
		({ action, hindrance }) => action === wanted && hindrance === null,
	);
	useEffect(() => {
		if (fitting === undefined || leave === null) return;
		forgetWanted();
		ask({ subscriptions: [row.id] }, wishOf(fitting.action, row));
	});
	if (offers.length === 0) return null;
	const shown = all ? offers : offers.slice(0, shownMost);
	return (
		<section className="acts" aria-label={words.cleanUp.offer.title}>
			{shown.map((offer) => (
				<OfferButton
					key={offer.action}
					offer={offer}
					isOff={isAsking || leave === null}
					onAsk={() =>
						ask({ subscriptions: [row.id] }, wishOf(offer.action, row))
					}
				/>
			))}
			{offers.length > shownMost && (
				<button
					type="button"
					className="btn bare"
					aria-expanded={all}
					onClick={() => setAll(!all)}
				>
					{all ? words.cleanUp.offer.less : words.cleanUp.offer.more}
				</button>
			)}
			<Problem problem={failure} />
		</section>
	);
}

function OfferButton(props: {
	readonly offer: Offer;
	readonly isOff: boolean;
	readonly onAsk: () => void;
}) {
	const words = useWords();
	const why = useId();
	const { offer, isOff, onAsk } = props;
	const { action, held, dead, hindrance } = offer;
	const hint = offer.hasMembers ? words.cleanUp.offer.hasMembers : null;
	const said = whyNot(words, offer) ?? hint;
	return (
		<div className="act">
			<button
				type="button"
				className={offer.isFirst ? "btn main" : "btn"}
				aria-disabled={isOff || hindrance !== null}
				{...(said === null ? {} : { "aria-describedby": why })}
				onClick={() => {
					if (!isOff && hindrance === null) onAsk();
				}}
			>
				{words.cleanUp.offer.actions[action](held, dead)}
			</button>
			{said !== null && <small id={why}>{said}</small>}
		</div>
	);
}

export function whyNot(
	words: Words,
	{ hindrance, need, allowed }: Hindered,
): string | null {
	const { offer: said } = words.cleanUp;
	switch (hindrance) {
		case null:
			return null;
		case "no dead":
			return said.noDead;
		case "not allowed": {
			const place = placeSaid(words, allowed);
			return place === null
				? said.needs(need === "act without loss" ? "operator" : "admin")
				: words.access.onlyAt(place);
		}
		case "read-only":
		case "broker read-only":
			return said.readOnly;
	}
}
