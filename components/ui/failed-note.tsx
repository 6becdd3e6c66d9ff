// What could not be fetched, in one sentence, and how is it asked for again? Where the rest of the page stays.
import { glyphs, Icon } from "./icon.tsx";

export function FailedNote(props: {
	readonly said: string;
	/** What the button is called. */
	readonly again: string;
	readonly onAgain: () => void;
}) {
	const { said, again, onAgain } = props;
	return (
		<div className="note l-stalled" role="alert">
			<Icon path={glyphs.warn} />
			<span>
				{said}{" "}
				<button type="button" className="link" onClick={onAgain}>
					{again}
				</button>
			</span>
		</div>
	);
}
