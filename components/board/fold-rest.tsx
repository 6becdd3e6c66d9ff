// What stands under an open fold beside its rows? That they are coming, or that there are more of them.
import { useWords } from "#lib/say/speech.tsx";
import { columns } from "./head.tsx";
import type { Line } from "./lines.ts";

export function FoldRest(props: {
	readonly line: Extract<Line, { is: "waits" | "more" }>;
	readonly rowIndex: number;
	readonly index: number;
	readonly onMore: (id: string) => void;
}) {
	const { fold } = useWords().board;
	const { line, rowIndex, index, onMore } = props;
	return (
		<tr
			data-index={index}
			className="fold-rest"
			aria-rowindex={rowIndex}
			aria-level={2}
		>
			<td colSpan={columns.length}>
				{line.is === "waits" ? (
					fold.coming
				) : line.canAsk ? (
					<button type="button" onClick={() => onMore(line.inside)}>
						{fold.more(line.left)}
					</button>
				) : (
					fold.tooMany(line.left)
				)}
			</td>
		</tr>
	);
}
