"use client";
// Who is taken from, and who goes? The members a plan names, each with what it holds; some of them can be chosen.
import { useState } from "react";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";
import type { PlanWish } from "./wish.ts";

export function Members(props: {
	readonly plan: PlanReply;
	readonly onDraw: (wish: PlanWish) => void;
}) {
	const { numbers, cleanUp } = useWords();
	const { plan: words, narrow } = cleanUp;
	const { plan, onDraw } = props;
	const { members, membersLeftOut, cleanUp: wish } = plan;
	const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
	if (members.length === 0) return null;
	const isChosen = wish.action === "reclaim" || wish.action === "remove";
	const chosen = members.filter(({ name }) => !without.has(name));
	const turn = (name: string) => {
		const next = new Set(without);
		if (!next.delete(name)) next.add(name);
		setWithout(next);
	};
	return (
		<details className="d-more">
			<summary>
				{`${words.members} ${numbers.count(members.length + membersLeftOut)}`}
			</summary>
			<ul className="d-members">
				{members.map(({ name, holding, idleMs, isRemoved }) => (
					<li key={name}>
						{isChosen ? (
							<label className="tick">
								<input
									type="checkbox"
									checked={!without.has(name)}
									onChange={() => turn(name)}
								/>
								<bdi>{brief(name, 80)}</bdi>
							</label>
						) : (
							<bdi>{brief(name, 80)}</bdi>
						)}
						<span className="q">
							{[
								words.holding(holding),
								...(idleMs === null ? [] : [numbers.ago(idleMs / 1_000)]),
								...(isRemoved ? [] : [words.stays]),
							].join(" · ")}
						</span>
					</li>
				))}
				{membersLeftOut > 0 && (
					<li className="q">{words.moreMembers(membersLeftOut)}</li>
				)}
			</ul>
			{isChosen && without.size > 0 && chosen.length > 0 && (
				<button
					type="button"
					className="btn small"
					onClick={() =>
						onDraw({ ...wish, members: chosen.map(({ name }) => name) })
					}
				>
					{narrow.only(chosen.length)}
				</button>
			)}
		</details>
	);
}
