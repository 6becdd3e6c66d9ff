"use client";
// What can be done about several subscriptions at once? About those that were selected, or all that match the filter.
import { targetsMax } from "#lib/core/clean-up/undertaking.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { SystemReply } from "#lib/wire/board.ts";
import { hindranceToAll, type OfferedAction } from "./offer.ts";
import { whyNot } from "./offers.tsx";
import { Problem } from "./problem.tsx";
import { useAsk } from "./use-ask.ts";
import { useLeave } from "./use-leave.ts";
import { wishFor } from "./wish.ts";

/** What makes sense for many without a word about each. */
const actions: readonly OfferedAction[] = [
	...(["reclaim", "remove", "recover", "clear", "count"] as const),
	...(["reset", "forget", "trim", "destroy"] as const),
	...(["delete", "purge"] as const),
];

export function Bulk(props: {
	readonly picked: ReadonlySet<string>;
	readonly filter: string;
	readonly total: number;
	readonly systems: readonly SystemReply[];
	readonly isPicking: boolean;
	readonly onPicking: () => void;
	readonly onPickNone: () => void;
}) {
	const words = useWords();
	const leave = useLeave();
	const { ask, isAsking, failure } = useAsk();
	const { picked, filter, total, systems, onPickNone } = props;
	const { bulk, offer } = words.cleanUp;
	const known = new Set(
		systems.flatMap(({ kinds }) =>
			Object.values(kinds).flatMap((kind) => kind.actions ?? []),
		),
	);
	const subscriptions = [...picked].slice(0, targetsMax);
	const targets = picked.size > 0 ? { subscriptions } : { filter };
	const offered = actions.filter((action) => known.has(action));
	return (
		<>
			<p className="q bulk-of">
				{picked.size > 0 ? bulk.selected(picked.size) : bulk.allMatching(total)}
			</p>
			{offered.length === 0 && <p className="bulk-of">{bulk.none}</p>}
			{offered.map((action) => {
				const hindrance = leave && hindranceToAll(action, leave);
				const why = hindrance && whyNot(words, hindrance);
				const isOff = leave === null || hindrance !== null || isAsking;
				return (
					<button
						key={action}
						type="button"
						aria-disabled={isOff}
						onClick={() => {
							if (!isOff) ask(targets, wishFor(action));
						}}
					>
						{bulk.actions[action] ?? offer.actions[action](null, null)}
						{why && <span className="q">{why}</span>}
					</button>
				);
			})}
			{props.isPicking ? (
				<button type="button" onClick={onPickNone}>
					{bulk.clear}
				</button>
			) : (
				<button type="button" onClick={props.onPicking}>
					{bulk.some}
				</button>
			)}
			<Problem problem={failure} />
		</>
	);
}
