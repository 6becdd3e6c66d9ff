// How is it said whether a partition moves? Only one that is stuck has a mark and a colour.
import { VerdictMark } from "#components/charts/verdict-mark.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { PartitionState } from "./partition-state.ts";

export function StateWord(props: { readonly state: PartitionState | null }) {
	const { subscription: words } = useWords();
	const { state } = props;
	if (state === null) return <Unknown why={words.notMoved} />;
	const word = words.partitionStates[state];
	return state === "stuck" ? (
		<VerdictMark verdict="stalled">{word}</VerdictMark>
	) : (
		<span className="q">{word}</span>
	);
}
