// What does one line of what was done say, and what stands under it once it is opened?
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { DoneReply } from "#lib/wire/activity.ts";
import { Record } from "./record.tsx";
import { type Telling, toldOf } from "./told.tsx";

export function ErrandRow(props: {
	readonly errand: DoneReply;
	readonly nowMs: number;
	readonly telling: Telling;
	readonly isOpen: boolean;
	readonly onOpen: (isOpen: boolean) => void;
}) {
	const words = useWords();
	const { errand, nowMs, telling, isOpen, onOpen } = props;
	const { activity: said, numbers, cleanUp } = words;
	const askedMs = Date.parse(errand.asked);
	const told = toldOf(words, errand, telling, nowMs);
	return (
		<>
			<tr data-errand={errand.id} className={isOpen ? "open" : ""}>
				<td className="c-when">
					<button
						type="button"
						className="opens"
						aria-expanded={isOpen}
						onClick={() => onOpen(!isOpen)}
					>
						<Icon path={isOpen ? glyphs.open : glyphs.closed} />
						<time dateTime={errand.asked} title={numbers.wholly(askedMs)}>
							{numbers.moment(askedMs, nowMs)}
						</time>
						<span className="sr">{said.details}</span>
					</button>
				</td>
				<td className="c-who">
					<bdi>{brief(told.by, 60)}</bdi>
				</td>
				<td className="c-what" title={told.what}>
					{told.what}
				</td>
				<td className="c-where">{told.where}</td>
				<td className={`c-outcome s-${errand.state.replace(" ", "-")}`}>
					{cleanUp.course.states[errand.state]}
				</td>
				<td className="c-inWords" title={told.inWords}>
					{told.inWords}
				</td>
				<td className="c-un">{told.undo}</td>
			</tr>
			{isOpen && (
				<tr className="detail">
					<td colSpan={7}>
						<div className="det">
							{told.detail}
							<Record errand={errand} />
						</div>
					</td>
				</tr>
			)}
		</>
	);
}
