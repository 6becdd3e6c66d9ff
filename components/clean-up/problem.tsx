// Why did a step not work? Said where it was taken.
import { glyphs, Icon } from "#components/ui/icon.tsx";
import type { ProblemDetail } from "#lib/core/problem.ts";
import { cleanUpProblem } from "#lib/say/clean-up-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";

export function Problem(props: { readonly problem: ProblemDetail | null }) {
	const words = useWords();
	return (
		<div role="alert">
			{props.problem !== null && (
				<p className="note l-stalled">
					<Icon path={glyphs.warn} />
					<span>{cleanUpProblem(words, props.problem)}</span>
				</p>
			)}
		</div>
	);
}
