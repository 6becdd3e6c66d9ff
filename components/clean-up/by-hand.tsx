// Which commands do the same? To be read, and to be taken along.
import { Copy } from "#components/ui/copy.tsx";
import { useWords } from "#lib/say/speech.tsx";

const shownMost = 4;

export function ByHand(props: {
	readonly commands: readonly string[] | null;
	/** Where there is no other way. */
	readonly title?: string;
}) {
	const { plan: words } = useWords().cleanUp;
	const { commands, title } = props;
	if (commands !== null && commands.length === 0) return null;
	return (
		<section className={title === undefined ? "d-hand" : ""}>
			<h3 className="label">{title ?? words.byHand}</h3>
			{commands === null ? (
				<p className="q">{words.noCommands}</p>
			) : (
				<div className="cmd">
					{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
					<code tabIndex={0}>
						{commands.slice(0, shownMost).join("\n")}
						{commands.length > shownMost && "\n…"}
					</code>
					<Copy
						text={commands.join("\n")}
						copy={words.copy}
						copied={words.copied}
					/>
				</div>
			)}
		</section>
	);
}
