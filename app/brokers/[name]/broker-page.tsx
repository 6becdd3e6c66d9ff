"use client";
// How do the frame and one broker come together? The strip needs all brokers, the page only its own.
import { useBoard } from "#components/board/use-board.ts";
import { Broker } from "#components/broker/broker.tsx";
import { useBroker } from "#components/broker/use-broker.ts";
import { Frame } from "#components/shell/frame.tsx";

export function BrokerPage(props: { readonly name: string }) {
	const board = useBoard({
		...{ filter: "", sort: "gravity", limit: 1 },
	});
	const now = useBroker(props.name);
	return (
		<Frame seen={board.seen} failing={board.failing} broker={props.name}>
			<Broker now={now} />
		</Frame>
	);
}
