// Which members are shown: all of them, or those of one verdict? Only where one page holds them all.
import { type MemberVerdict, memberVerdicts } from "#lib/core/member.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { LookReply } from "#lib/wire/errand.ts";

type Line = LookReply["members"][number];

export function Which(props: {
	readonly lines: readonly Line[];
	readonly only: MemberVerdict | null;
	readonly onChoose: (only: MemberVerdict | null) => void;
}) {
	const { subscription: words, members, numbers } = useWords();
	const { lines, only, onChoose } = props;
	const there = memberVerdicts.filter((verdict) => lines.some(isOf(verdict)));
	if (there.length < 2 && only === null) return null;
	const choice = (verdict: MemberVerdict | null, name: string, n: number) => (
		<button
			key={name}
			type="button"
			aria-pressed={only === verdict}
			onClick={() => onChoose(verdict)}
		>
			{name} {numbers.count(n)}
		</button>
	);
	return (
		<fieldset className="seg which">
			<legend className="sr">{words.whichMembers}</legend>
			{choice(null, words.allMembers, lines.length)}
			{there.map((verdict) =>
				choice(
					verdict,
					members.verdicts[verdict],
					lines.filter(isOf(verdict)).length,
				),
			)}
		</fieldset>
	);
}

export const isOf = (verdict: MemberVerdict) => (line: Line) =>
	line.verdict === verdict;
