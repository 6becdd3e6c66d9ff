// Who is told? Everyone there is, or the outlets that were pressed.
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";

export function Tell(props: {
	readonly outlets: readonly string[];
	/** Null for all there are. */
	readonly tell: readonly string[] | null;
	readonly onChoose: (tell: readonly string[] | null) => void;
}) {
	const { rules } = useWords();
	const { outlets, tell, onChoose } = props;
	// One that is named and gone stays in sight, so that it can be let go.
	const names = [...new Set([...outlets, ...(tell ?? [])])];
	const turn = (name: string) => {
		const before = tell ?? [];
		const next = before.includes(name)
			? before.filter((it) => it !== name)
			: [...before, name];
		onChoose(next.length === 0 ? null : next);
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand within a sentence
		<span role="group" aria-label={rules.sentence.labels.tell}>
			<button
				type="button"
				className="rule-pick"
				aria-pressed={tell === null}
				onClick={() => onChoose(null)}
			>
				{rules.sentence.everyone}
			</button>
			{names.map((name) => (
				<button
					key={name}
					type="button"
					className="rule-pick"
					aria-pressed={tell?.includes(name) ?? false}
					onClick={() => turn(name)}
				>
					<bdi>{brief(name, 40)}</bdi>
				</button>
			))}
		</span>
	);
}
