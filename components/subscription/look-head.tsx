"use client";
// How old is a look, is another one on its way, and what went wrong with the last?
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { Time } from "#components/ui/time.tsx";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { type Clock, useServerNow } from "./clock.ts";
import type { LookNow } from "./use-look.ts";

export function LookHead(props: {
	readonly title: string;
	readonly note: string;
	readonly now: LookNow;
	readonly clock: Clock;
}) {
	const words = useWords();
	const { title, note, now, clock } = props;
	const nowMs = useServerNow(clock);
	const atMs = now.look === null ? null : Date.parse(now.look.at);
	return (
		<>
			<div className="sec-h">
				<h2 className="h-sec">{title}</h2>
				<span className="look-note">{note}</span>
				<span className="grow" />
				<span className="look-note age">
					{now.asking
						? words.subscription.asking
						: atMs !== null && (
								<Time ms={atMs} whole={words.numbers.wholly} stop={0}>
									{words.subscription.shown(Math.max(0, nowMs - atMs) / 1_000)}
								</Time>
							)}
				</span>
				<button
					type="button"
					className="btn small"
					aria-disabled={now.asking}
					onClick={() => {
						if (!now.asking) now.again();
					}}
				>
					<Icon path={glyphs.again} />
					{words.subscription.askAgain}
				</button>
			</div>
			{now.failure && (
				<div className="note l-stalled" role="alert">
					<Icon path={glyphs.warn} />
					<span>{problemSentence(words, now.failure)}</span>
				</div>
			)}
		</>
	);
}

export function LookPages(props: {
	readonly offset: number;
	readonly shown: number;
	readonly total: number;
	readonly limit: number;
	readonly onTurn: (offset: number) => void;
}) {
	const { subscription: words } = useWords();
	const { offset, shown, total, limit, onTurn } = props;
	if (offset === 0 && shown >= total) return null;
	const before = Math.max(0, offset - limit);
	return (
		<p className="look-pages">
			<span>{words.page(offset + 1, offset + shown, total)}</span>
			<button
				type="button"
				className="btn small"
				disabled={offset === 0}
				onClick={() => onTurn(before)}
			>
				{words.previous}
			</button>
			<button
				type="button"
				className="btn small"
				disabled={offset + shown >= total}
				onClick={() => onTurn(offset + limit)}
			>
				{words.next}
			</button>
		</p>
	);
}
