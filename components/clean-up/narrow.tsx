"use client";
// Which of the messages, and of whom? By age, by deliveries, also from who is stuck; each answer is another plan.
import { useWords } from "#lib/say/speech.tsx";
import type { PlanWish } from "./wish.ts";

const idlesMs = [0, 5 * 60_000, 30 * 60_000, 2 * 3_600_000, 86_400_000];
const times = [1, 2, 3, 5, 10];

export function Narrow(props: {
	readonly wish: PlanWish;
	readonly onDraw: (wish: PlanWish) => void;
}) {
	const { cleanUp, pending } = useWords();
	const { narrow: said } = cleanUp;
	const { wish, onDraw } = props;
	if (wish.action !== "reclaim") return null;
	const { idleMinMs, deliveriesMin, stuck, remove } = wish;
	return (
		<details className="d-more">
			<summary>{said.title}</summary>
			<div className="d-narrow">
				<label>
					{pending.atLeastIdle}
					<select
						value={idleMinMs}
						onChange={({ target }) =>
							onDraw({ ...wish, idleMinMs: Number(target.value) })
						}
					>
						{withValue(idlesMs, idleMinMs).map((ms) => (
							<option key={ms} value={ms}>
								{ms === 0 ? pending.anyAge : pending.forLonger(ms / 1_000)}
							</option>
						))}
					</select>
				</label>
				<label>
					{pending.atLeastTimes}
					<select
						value={deliveriesMin}
						onChange={({ target }) =>
							onDraw({ ...wish, deliveriesMin: Number(target.value) })
						}
					>
						{withValue(times, deliveriesMin).map((n) => (
							<option key={n} value={n}>
								{n === 1 ? pending.anyTimes : pending.timesOrMore(n)}
							</option>
						))}
					</select>
				</label>
				<Tick
					said={said.stuck}
					is={stuck}
					onTurn={(stuck) => onDraw({ ...wish, stuck })}
				/>
				<Tick
					said={said.remove}
					is={remove}
					onTurn={(remove) => onDraw({ ...wish, remove })}
				/>
			</div>
		</details>
	);
}

const withValue = (offered: readonly number[], value: number) =>
	[...new Set([...offered, value])].toSorted((a, b) => a - b);

const Tick = (props: {
	readonly said: string;
	readonly is: boolean;
	readonly onTurn: (is: boolean) => void;
}) => (
	<label className="tick">
		<input
			type="checkbox"
			checked={props.is}
			onChange={({ target }) => props.onTurn(target.checked)}
		/>
		{props.said}
	</label>
);
