"use client";
// Which lines are shown, in which order? The server's, unless somebody points at them.
import { useEffect, useMemo, useRef, useState } from "react";
import type { BoardReply } from "#lib/wire/board.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { type Held, hold, overlaid } from "./hold.ts";

type Shown = {
	readonly question: string;
	/** Where the first of them stands on the board. */
	readonly offset: number;
	readonly entries: readonly Entry[];
	readonly tide: number;
};

/** The order is taken when nobody points or when it is asked for; another question always brings its own. */
export function useOrder(
	reply: BoardReply | null,
	question: string,
	isBefore: boolean,
	tideOf: (reply: BoardReply | null) => number,
) {
	const [pointed, point] = useState(false);
	const [focused, focus] = useState(false);
	const [, redraw] = useState(0);
	const fresh = useMemo(() => (reply ? entriesOf(reply) : []), [reply]);
	const offset = reply?.offset ?? 0;
	const shown = useRef<Shown | null>(null);
	const before = shown.current;
	const isHeld =
		(pointed || focused) &&
		before !== null &&
		(isBefore || before.question === question);
	const held: Held = isHeld
		? hold(overlaid(before, { offset, entries: fresh }), fresh)
		: { entries: fresh, moves: 0 };
	// The tide line would move what lies below it.
	const tide = isHeld ? before.tide : tideOf(reply);
	useEffect(() => {
		if (!isBefore)
			shown.current = { question, offset, entries: held.entries, tide };
	});
	const apply = () => {
		shown.current = null;
		redraw((n) => n + 1);
	};
	return { ...held, offset, tide, point, focus, apply };
}
