// Which term may be dropped so that something is shown? A button for each that helps, with how many that shows.

import { filterWords } from "#lib/say/apart/filter.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import { useDrops } from "./use-drops.ts";

export function DropList(props: {
	readonly filter: string;
	readonly onChoose: (filter: string) => void;
}) {
	const said = filterWords[useWords().language];
	return useDrops(props.filter).map(({ term, rest, total }) => (
		<button
			key={term}
			type="button"
			className="btn"
			onClick={() => props.onChoose(rest)}
		>
			<bdi className="cut">{said.drop(brief(term, 60), total)}</bdi>
		</button>
	));
}
