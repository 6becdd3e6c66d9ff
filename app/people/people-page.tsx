"use client";
// How do the frame and people come together? The strip needs all brokers, the page only its own.
import { useBoard } from "#components/board/use-board.ts";
import { People } from "#components/people/people.tsx";
import { Frame } from "#components/shell/frame.tsx";

export function PeoplePage() {
	const board = useBoard({ filter: "", sort: "gravity", limit: 1 });
	return (
		<Frame seen={board.seen} failing={board.failing} at="people">
			<People nowMs={board.seen?.serverMs ?? Date.now()} />
		</Frame>
	);
}
