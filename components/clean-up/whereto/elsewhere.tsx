"use client";
// To which channel? Names that the board knows at the same broker; each is another plan below.
import { useEffect, useId, useRef, useState } from "react";
import { useRested } from "#components/ui/rested.ts";
import { quote } from "#lib/core/filter/token.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import type { Steps } from "../use-steps.ts";
import type { PlanWish } from "../wish.ts";
import { NamedField } from "./named-field.tsx";

export type MoveWish = Extract<PlanWish, { readonly action: "move" }>;

const restMs = 700;

export type ElsewhereNow = {
	readonly to: string;
	/** The plan that is shown is of what is filled in. */
	readonly isShown: boolean;
	/** Its plan is drawn at once. */
	choose(to: string): void;
	/** Its plan is drawn once it rests. */
	type(to: string): void;
	/** Somebody does not want to wait. */
	enter(): void;
};

export function useElsewhere(
	wish: MoveWish,
	steps: Pick<Steps, "isBusy" | "draw">,
): ElsewhereNow {
	const shown = wish.to ?? "";
	const [to, setTo] = useState(shown);
	const [isWaiting, setWaiting] = useState(false);
	const asked = useRef(shown);
	const rested = useRested(to, restMs);
	useEffect(() => {
		if (to === "" || to === asked.current || steps.isBusy) return;
		if (isWaiting && rested !== to) return;
		asked.current = to;
		steps.draw({ action: "move", to });
	});
	const change = (to: string, isWaiting: boolean) => {
		setTo(to);
		setWaiting(isWaiting);
	};
	return {
		to,
		isShown: to === shown,
		choose: (to) => change(to, false),
		type: (to) => change(to, true),
		enter: () => {
			// Once more also where the last question failed.
			if (to !== shown) asked.current = "";
			change(to, false);
		},
	};
}

export function Elsewhere(props: {
	readonly now: ElsewhereNow;
	readonly targets: readonly Pick<TargetReply, "subscription">[];
}) {
	const { elsewhere: words } = useWords().cleanUp;
	const { now, targets } = props;
	const own = new Set(targets.map(({ subscription }) => subscription.channel));
	const means = useId();
	return (
		<section className="whereto" aria-describedby={means}>
			<h3 className="h-sec">{words.title}</h3>
			<NamedField
				label={words.channel}
				value={now.to}
				isFirst={now.to === ""}
				filterFor={(typed) => channelsLike(targets, typed)}
				nameOf={({ channel }) => (own.has(channel) ? null : channel)}
				onType={now.type}
				onChoose={now.choose}
			/>
			<p id={means} className="q2 w-means">
				{words.means}
			</p>
		</section>
	);
}

export function channelsLike(
	targets: readonly Pick<TargetReply, "subscription">[],
	typed: string,
): string {
	const [first] = targets;
	if (first === undefined) return "";
	const { broker } = first.subscription;
	return [
		`broker:${quote(broker)}`,
		...(typed === "" ? [] : [`channel:${quote(`*${typed}*`)}`]),
	].join(" ");
}
