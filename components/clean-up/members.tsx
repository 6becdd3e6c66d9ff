// Who is taken from, and who goes? The members a plan names, each with what it holds; folded until somebody asks.
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PlanReply } from "#lib/wire/clean-up.ts";

export function Members({ plan }: { readonly plan: PlanReply }) {
	const { numbers, cleanUp } = useWords();
	const { plan: words } = cleanUp;
	const { members, membersLeftOut } = plan;
	if (members.length === 0) return null;
	return (
		<details className="d-more">
			<summary>
				{`${words.members} ${numbers.count(members.length + membersLeftOut)}`}
			</summary>
			<ul className="d-members">
				{members.map(({ name, holding, idleMs, isRemoved }) => (
					<li key={name}>
						<bdi>{brief(name, 80)}</bdi>
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
		</details>
	);
}
