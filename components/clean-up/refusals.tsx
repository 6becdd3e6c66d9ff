// What was refused, and why? One by one.
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { known } from "#lib/say/clean-up-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { OutcomeReply } from "#lib/wire/clean-up.ts";

type Refusal = OutcomeReply["refusals"][number];

export function Refusals(props: { readonly refusals: readonly Refusal[] }) {
	const { refusals: say } = useWords().cleanUp;
	if (props.refusals.length === 0) return null;
	const said = props.refusals.map(({ code, values }) =>
		say[code](known(values)),
	);
	return (
		<div className="note l-stalled">
			<Icon path={glyphs.warn} />
			<ul>
				{[...new Set(said)].map((text) => (
					<li key={text}>{text}</li>
				))}
			</ul>
		</div>
	);
}
