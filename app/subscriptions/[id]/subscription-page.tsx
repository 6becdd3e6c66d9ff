"use client";
// How do the frame and one subscription come together? The strip needs all brokers, the page only its own.
import { MuteButton } from "#components/alerts/mute-button.tsx";
import { useBoard } from "#components/board/use-board.ts";
import { Evict } from "#components/clean-up/evict.tsx";
import { Offers } from "#components/clean-up/offers.tsx";
import { useDone } from "#components/clean-up/use-done.ts";
import { Frame } from "#components/shell/frame.tsx";
import { Subscription } from "#components/subscription/subscription.tsx";
import { useSubscription } from "#components/subscription/use-subscription.ts";

export function SubscriptionPage(props: { readonly id: string }) {
	const board = useBoard({
		filter: "",
		sort: "gravity",
		limit: 1,
	});
	const now = useSubscription(props.id);
	const done = useDone(props.id);
	return (
		<Frame seen={board.seen} failing={board.failing}>
			<Subscription
				now={now}
				done={done}
				memberDeed={({ row, system }) =>
					(member) => <Evict {...{ row, system, member }} />}
				acts={({ row, system }) => (
					<div className="acts">
						<Offers row={row} system={system} />
						<MuteButton row={row} />
					</div>
				)}
			/>
		</Frame>
	);
}
