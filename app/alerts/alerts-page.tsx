"use client";
// How do the frame and what fires come together? The strip needs all brokers, the page only its own.
import { Alerts } from "#components/alerts/alerts.tsx";
import { useBoard } from "#components/board/use-board.ts";
import { Frame } from "#components/shell/frame.tsx";

export function AlertsPage() {
	const board = useBoard({ filter: "", sort: "gravity", limit: 1 });
	return (
		<Frame seen={board.seen} failing={board.failing} at="alerts">
			<Alerts />
		</Frame>
	);
}
