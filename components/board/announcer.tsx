"use client";
// What does somebody hear who cannot see the board? Verdicts that changed, politely, a few at a time, and nothing while paused.
import { useEffect, useRef, useState } from "react";
import { useLive } from "#components/ui/live.tsx";
import type { Verdict } from "#lib/core/verdict.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";
import { changesBetween, toldOf } from "./changed.ts";

/** A voice needs a few seconds for a sentence, and a storm is one sentence. */
const quietMs = 10_000;
const namedMost = 3;

export function Announcer(props: { readonly rows: readonly RowReply[] }) {
	const { rows } = props;
	const { board, verdicts } = useWords();
	const { pausedMs } = useLive();
	const told = useRef<ReadonlyMap<string, Verdict>>(new Map());
	const saidMs = useRef(Number.NEGATIVE_INFINITY);
	const [sentence, setSentence] = useState("");
	const [turn, setTurn] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a turn is when what was held back may be said.
	useEffect(() => {
		if (pausedMs !== null) return undefined;
		const nowMs = performance.now();
		const leftMs = saidMs.current + quietMs - nowMs;
		if (leftMs > 0) {
			const timer = setTimeout(() => setTurn((before) => before + 1), leftMs);
			return () => clearTimeout(timer);
		}
		const changes = changesBetween(told.current, rows);
		told.current = toldOf(told.current, rows);
		if (changes.length === 0) return undefined;
		saidMs.current = nowMs;
		setSentence(
			board.changed(
				changes.slice(0, namedMost).map(({ channel, group, verdict }) => ({
					name: [channel, group ?? []]
						.flat()
						.map((name) => brief(name, 60))
						.join(" → "),
					verdict: verdicts[verdict],
				})),
				Math.max(0, changes.length - namedMost),
			),
		);
		return undefined;
	}, [rows, pausedMs, turn, board, verdicts]);
	return (
		<p className="sr" role="status">
			{sentence}
		</p>
	);
}
