"use client";
// When does what somebody fills in become another plan? A choice at once; what is typed once it rests, or by Enter.
import { useEffect, useMemo, useRef, useState } from "react";
import { fieldOf } from "#components/ui/date-field.ts";
import { useRested } from "#components/ui/rested.ts";
import { useWords } from "#lib/say/speech.tsx";
import { useZone } from "#lib/say/use-zone.ts";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import type { Steps } from "../use-steps.ts";
import {
	type Draft,
	draftOf,
	keyOf,
	type Reset,
	type Said,
	saidIn,
} from "./draft.ts";

const restMs = 700;

export type WheretoNow = {
	readonly draft: Draft;
	readonly said: Said;
	/** The plan that is shown is of what is filled in. */
	readonly isShown: boolean;
	/** A choice, whose plan is drawn at once. */
	choose(over: Partial<Draft>): void;
	/** Something typed, whose plan is drawn once it rests. */
	type(over: Partial<Draft>): void;
	/** Somebody does not want to wait. */
	enter(): void;
};

export function useWhereto(props: {
	readonly wish: Reset;
	readonly targets: readonly TargetReply[];
	readonly nowMs: number;
	readonly steps: Pick<Steps, "isBusy" | "draw">;
}): WheretoNow {
	const { wish, targets, nowMs, steps } = props;
	const { zoneMs } = useWords().numbers;
	const zone = useZone();
	const [draft, setDraft] = useState(() => draftOf(wish, nowMs, zoneMs));
	const [isTouched, setTouched] = useState(false);
	const [isWaiting, setWaiting] = useState(false);
	const channels = targets.map(({ subscription }) => subscription.channel);
	const own = channels.join("\n");
	// biome-ignore lint/correctness/useExhaustiveDependencies: the zone decides what a time means, the names are the channels
	const said = useMemo(
		() => saidIn(draft, zoneMs, new Set(channels)),
		[draft, zone, own],
	);
	const key = useMemo(() => said.wish && keyOf(said.wish), [said]);
	const shown = useMemo(() => keyOf(wish), [wish]);
	const asked = useRef(shown);
	const rested = useRested(draft, restMs);
	useEffect(() => {
		if (!isTouched || said.wish === null || steps.isBusy) return;
		if (key === asked.current || (isWaiting && rested !== draft)) return;
		asked.current = key ?? "";
		steps.draw(said.wish);
	});
	useSameMoment(draft.at, (at) => setDraft({ ...draft, at }));
	const change = (over: Partial<Draft>, isWaiting: boolean) => {
		setDraft({ ...draft, ...over });
		setTouched(true);
		setWaiting(isWaiting);
	};
	return {
		draft,
		said,
		isShown: !isTouched || key === shown,
		choose: (over) => change(over, false),
		type: (over) => change(over, true),
		enter: () => {
			// Once more also where the last question failed.
			if (key !== shown) asked.current = "";
			change({}, false);
		},
	};
}

/** A field goes on meaning the same moment where somebody turns to another zone. */
function useSameMoment(text: string, set: (text: string) => void) {
	const { zoneMs } = useWords().numbers;
	const zone = useZone();
	const before = useRef({ zone, zoneMs: offsetAt(text, zoneMs) });
	useEffect(() => {
		const ahead = offsetAt(text, zoneMs);
		const { zone: from, zoneMs: aheadBefore } = before.current;
		before.current = { zone, zoneMs: ahead };
		const shownMs = Date.parse(`${text}Z`);
		if (from === zone || Number.isNaN(shownMs)) return;
		const ms = shownMs - aheadBefore;
		set(fieldOf(ms, zoneMs(ms)));
	});
}

function offsetAt(text: string, zoneMs: (ms: number) => number): number {
	const shownMs = Date.parse(`${text}Z`);
	return Number.isNaN(shownMs) ? 0 : zoneMs(shownMs);
}
