// How does one line of the palette look? What was typed stands out in it, and a subscription has its verdict at the end.
import { useEffect, useRef } from "react";
import { VerdictMark } from "#components/charts/verdict-mark.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { Offer } from "./offers.ts";
import { partsOf } from "./wanted.ts";

export function OfferLine(props: {
	readonly id: string;
	readonly offer: Offer;
	readonly text: string;
	readonly active: boolean;
	readonly onPoint: () => void;
	readonly onChoose: (newTab: boolean) => void;
}) {
	const { verdicts } = useWords();
	const { id, offer, text, active, onPoint, onChoose } = props;
	const line = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (active) line.current?.scrollIntoView({ block: "nearest" });
	}, [active]);
	const [before, typed, after] = partsOf(offer.text, text);
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which has the focus
		// biome-ignore lint/a11y/useFocusableInteractive: a box with a list tells the active line instead of moving the focus
		<div
			ref={line}
			id={id}
			role="option"
			aria-selected={active}
			className="offer"
			onPointerMove={active ? undefined : onPoint}
			onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
		>
			{offer.icon === null ? (
				<span className="i-s" />
			) : (
				<Icon path={offer.icon} stroke={1.25} />
			)}
			<bdi className="cut">
				{before}
				<b>{typed}</b>
				{after}
			</bdi>
			<bdi className="q nw">{offer.note}</bdi>
			<span className="grow" />
			{offer.verdict && (
				<VerdictMark verdict={offer.verdict}>
					{verdicts[offer.verdict]}
				</VerdictMark>
			)}
		</div>
	);
}
