// What will happen, one after another? Sentences with numbers; which messages these are stands under the first.
import { known } from "#lib/say/clean-up-sentence.ts";
import { brief } from "#lib/say/name.ts";
import { capital } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";

type Effect = PlanReply["effects"][number];

/** What says more of the one before stands with it. */
export function stepsOf(
	effects: readonly Effect[],
): readonly { readonly effect: Effect; readonly more: readonly Effect[] }[] {
	const steps: { effect: Effect; more: Effect[] }[] = [];
	for (const effect of effects) {
		const last = steps.at(-1);
		if (effect.code === "which messages" && last) last.more.push(effect);
		else steps.push({ effect, more: [] });
	}
	return steps;
}

export function Effects({ plan }: { readonly plan: PlanReply }) {
	const { effects: say } = useWords().cleanUp;
	const { members, membersLeftOut } = plan;
	return (
		<ol className="steps">
			{stepsOf(plan.effects).map(({ effect, more }) => {
				const [strong, rest] = say[effect.code](known(effect.values));
				return (
					<li key={effect.code}>
						<div>
							<b className={effect.code === "skip" ? "loses" : ""}>
								{/* A name stays as it is. */}
								{named.has(effect.code) ? strong : capital(strong)}
							</b>
							{rest}
							{more.map(({ code, values }) => (
								<small key={code}>{say[code](known(values)).join("")}</small>
							))}
							{effect.code === "remove" && (
								<Removed {...{ members, membersLeftOut }} />
							)}
						</div>
					</li>
				);
			})}
		</ol>
	);
}

const namedMost = 3;

/** What begins with a name. */
const named: ReadonlySet<string> = new Set(["evict", "delete", "disconnect"]);

function Removed(props: Pick<PlanReply, "members" | "membersLeftOut">) {
	const { plan: words } = useWords().cleanUp;
	const removed = props.members.filter(({ isRemoved }) => isRemoved);
	const more = removed.length - namedMost;
	if (removed.length === 0) return null;
	return (
		<small>
			{removed.slice(0, namedMost).map(({ name }, i) => (
				<span key={name}>
					{i > 0 && ", "}
					<bdi>{brief(name, 60)}</bdi>
				</span>
			))}
			{more > 0 && ` ${words.moreMembers(more + props.membersLeftOut)}`}
		</small>
	);
}
