"use client";
// How far was it looked through, and where does one go from here? What can be pressed stays where it is while the broker is asked.
import { useState } from "react";
import { useWords } from "#lib/say/speech.tsx";
import type { PendingNow } from "./use-pending.ts";

export function Turning(props: {
	readonly now: PendingNow;
	readonly isFirst: boolean;
	readonly onNext: (after: string) => void;
	readonly onBack: () => void;
}) {
	const { pending: words } = useWords();
	const { now, isFirst, onNext, onBack } = props;
	const { next, entries, seeking, turning } = now;
	const [hasTurned, setHasTurned] = useState(false);
	if (entries === null && isFirst && !hasTurned) return null;
	const isSearch = now.passed > (entries?.length ?? 0);
	return (
		<p className="look-pages">
			{!turning && (isSearch || seeking) && (
				<span aria-live={seeking ? "off" : "polite"}>
					{words.passed(now.passed, now.total)}
				</span>
			)}
			{!turning && seeking && (
				<button type="button" className="btn small" onClick={now.stop}>
					{words.stop}
				</button>
			)}
			{now.stopped && (
				<button type="button" className="btn small" onClick={now.further}>
					{words.further}
				</button>
			)}
			{hasTurned && (
				<Turn
					name={words.previous}
					isOff={isFirst || turning}
					onTurn={onBack}
				/>
			)}
			{(hasTurned || next !== null) && (
				<Turn
					name={words.next}
					isOff={next === null || turning}
					onTurn={() => {
						setHasTurned(true);
						if (next !== null) onNext(next);
					}}
				/>
			)}
		</p>
	);
}

function Turn(props: {
	readonly name: string;
	readonly isOff: boolean;
	readonly onTurn: () => void;
}) {
	const { name, isOff, onTurn } = props;
	return (
		<button
			type="button"
			className="btn small"
			aria-disabled={isOff}
			onClick={() => {
				if (!isOff) onTurn();
			}}
		>
			{name}
		</button>
	);
}
