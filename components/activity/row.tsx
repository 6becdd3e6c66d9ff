// What does one line of what was done say, and what stands under it once it is opened?
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import type { Telling } from "./activity.tsx";
import { Record } from "./record.tsx";

export function ErrandRow(props: {
	readonly errand: CleanUpReply;
	readonly nowMs: number;
	readonly telling: Telling;
	readonly isOpen: boolean;
	readonly onOpen: (isOpen: boolean) => void;
}) {
	const words = useWords();
	const { errand, nowMs, telling, isOpen, onOpen } = props;
	const { activity: said, numbers, cleanUp } = words;
	const askedMs = Date.parse(errand.asked);
	const what = telling.what(words, errand);
	const inWords = telling.inWords(words, errand);
	const person = errand.undertaking?.approval?.by ?? errand.by;
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
					<bdi>{brief(person, 60)}</bdi>
				</td>
				<td className="c-what" title={what}>
					{what}
				</td>
				<td className="c-where">
					<Where errand={errand} />
				</td>
				<td className={`c-outcome s-${errand.state.replace(" ", "-")}`}>
					{cleanUp.course.states[errand.state]}
				</td>
				<td className="c-inWords" title={inWords}>
					{inWords}
				</td>
				<td className="c-un">
					<telling.Undo errand={errand} nowMs={nowMs} />
				</td>
			</tr>
			{isOpen && (
				<tr className="detail">
					<td colSpan={7}>
						<div className="det">
							<telling.Detail errand={errand} />
							<Record errand={errand} />
						</div>
					</td>
				</tr>
			)}
		</>
	);
}

function Where({ errand }: { readonly errand: CleanUpReply }) {
	const { activity: said } = useWords();
	const targets = errand.undertaking?.targets ?? [];
	const [first] = targets;
	if (first === undefined)
		return errand.filter === null ? null : <code>{brief(errand.filter)}</code>;
	const { channel, group, broker } = first.subscription;
	const name = [channel, ...(group === null ? [] : [group])]
		.map((part) => brief(part, 80))
		.join(" → ");
	return (
		<>
			<bdi title={name}>{name}</bdi>{" "}
			<bdi className="q">{brief(broker, 40)}</bdi>
			{targets.length > 1 && ` ${said.others(targets.length - 1)}`}
		</>
	);
}
