"use client";
// How do the frame and what was done come together? Clean-ups are told here as in their own dialog.
import { Activity } from "#components/activity/activity.tsx";
import { useBoard } from "#components/board/use-board.ts";
import { Detail, inWords, Undo, what } from "#components/clean-up/telling.tsx";
import { Frame } from "#components/shell/frame.tsx";

const telling = { what, inWords, Undo, Detail };

export function ActivityPage() {
	const board = useBoard({ filter: "", sort: "gravity", limit: 1 });
	return (
		<Frame seen={board.seen} failing={board.failing} at="activity">
			<Activity telling={telling} />
		</Frame>
	);
}
