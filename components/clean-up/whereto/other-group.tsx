"use client";
// As which group? Names that the board knows, of those that read the same.
import { quote } from "#lib/core/filter/token.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import { NamedField } from "./named-field.tsx";
import type { WheretoNow } from "./use-whereto.ts";

export function OtherGroup(props: {
	readonly now: WheretoNow;
	readonly targets: readonly TargetReply[];
}) {
	const { whereto: words } = useWords().cleanUp;
	const { now, targets } = props;
	return (
		<NamedField
			label={words.group}
			value={now.draft.group}
			filterFor={(typed) => filterFor(targets, typed)}
			nameOf={({ group }) => group}
			onType={(group) => now.type({ group })}
			onChoose={(group) => now.choose({ group })}
		/>
	);
}

/** Of the same broker, and of the same channel where there is but one. */
export function filterFor(
	targets: readonly Pick<TargetReply, "subscription">[],
	typed: string,
): string {
	const [first] = targets;
	if (first === undefined) return "";
	const { broker, channel, group } = first.subscription;
	const term = (key: string, value: string) => `${key}:${quote(value)}`;
	const isOne = targets.every(
		({ subscription }) => subscription.channel === channel,
	);
	return [
		term("broker", broker),
		...(isOne ? [term("channel", channel)] : []),
		...(group === null ? [] : [`-${term("group", group)}`]),
		...(typed === "" ? [] : [term("group", `*${typed}*`)]),
	].join(" ");
}
