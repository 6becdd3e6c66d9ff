// How much waits, how much is held, which way does it go, and who is there? Four figures, each with its meaning.
import type { ReactNode } from "react";
import { Figure } from "#components/ui/figure.tsx";
import { Unknown } from "#components/ui/unknown.tsx";
import { membersSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import { OldestHeld } from "./pending/oldest-held.tsx";

export function Figures(props: {
	readonly row: RowReply;
	readonly system: SystemReply;
	/** Beyond this something is held longer than is usual here; null while that is not known. */
	readonly usualSeconds: number | null;
}) {
	const { subscription: words, numbers } = useWords();
	const { row, system, usualSeconds } = props;
	if (system.kinds[row.kind]?.keeps === false)
		return (
			<dl className="figs">
				<Subscribers row={row} />
			</dl>
		);
	const change = changeOf(row);
	const waiting = row.group === null ? words.untaken : words.waiting;
	return (
		<dl className="figs">
			<Figure
				name={words.lag}
				note={change === null ? waiting : words.sinceHour(change)}
			>
				{row.lag === null ? (
					<Unknown why={numbers.notKnown} />
				) : (
					numbers.amount(row.lag)
				)}
			</Figure>
			{system.kinds[row.kind]?.holds === false ? (
				<>
					<TimeLag row={row} />
					<Margin row={row} />
					<Pace row={row} />
				</>
			) : row.group === null ? (
				<>
					<Holding row={row} note={<OldestNote row={row} />} />
					<Pace row={row} />
					<Members row={row} />
				</>
			) : (
				<>
					<Holding row={row} note={words.holdingNote} />
					<OldestHeld row={row} usualSeconds={usualSeconds} />
					<Pace row={row} />
				</>
			)}
		</dl>
	);
}

/** Null where the lag of an hour ago, or of now, is not known. */
function changeOf({ lag, spark }: RowReply): number | null {
	const before = spark[0] ?? null;
	return lag === null || before === null ? null : lag.n - before;
}

type Part = { readonly row: RowReply };

function Subscribers({ row: { members } }: Part) {
	const { subscription: words, numbers } = useWords();
	return (
		<Figure name={words.subscribers} note={words.subscribersNote}>
			{members === null || members.live === null ? (
				<Unknown why={numbers.notKnown} />
			) : (
				numbers.amount(members.live)
			)}
		</Figure>
	);
}

function TimeLag({ row }: Part) {
	const { subscription: words, numbers } = useWords();
	return (
		<Figure name={words.timeLag} note={words.timeLagNote}>
			{row.timeLagSeconds === null ? (
				<Unknown why={numbers.notKnown} />
			) : (
				numbers.lasting(row.timeLagSeconds)
			)}
		</Figure>
	);
}

function Margin({ row }: Part) {
	const { subscription: words, numbers } = useWords();
	const isNone = row.lag?.n === 0 && row.lag.bound === "exact";
	const isKept = row.notes.some(({ code }) => code === "kept for ever");
	const why = isNone ? words.marginNone : isKept ? words.marginKept : null;
	return (
		<Figure name={words.margin} note={why ?? words.marginNote}>
			{row.marginSeconds === null ? (
				<Unknown why={why ?? numbers.notKnown} />
			) : (
				numbers.lasting(row.marginSeconds)
			)}
		</Figure>
	);
}

function Holding(props: Part & { readonly note: ReactNode }) {
	const { subscription: words, numbers } = useWords();
	const { row, note } = props;
	return (
		<Figure
			name={words.holding}
			note={row.holding === 0 ? words.nothingHeld : note}
		>
			{row.holding === null ? (
				<Unknown why={numbers.notKnown} />
			) : (
				numbers.count(row.holding)
			)}
		</Figure>
	);
}

function OldestNote({ row: { oldestHeldSeconds: age } }: Part) {
	const { subscription: words, numbers } = useWords();
	return age === null ? numbers.notKnown : words.oldest(numbers.precisely(age));
}

function Pace({ row }: Part) {
	const { subscription: words, numbers } = useWords();
	const { in: arrivals, out } = row.pace;
	if (arrivals === null || out === null)
		return (
			<Figure name={words.pace} note={words.paceUnknown}>
				<Unknown why={numbers.notKnown} />
			</Figure>
		);
	const net = arrivals - out;
	const sign = net > 0.05 ? "+" : net < -0.05 ? "−" : "±";
	const note = words.inOut(numbers.pace(arrivals), numbers.pace(out));
	return (
		<Figure name={words.pace} note={note}>
			{sign}
			{numbers.pace(sign === "±" ? 0 : Math.abs(net))}
			<span className="per">/s</span>
		</Figure>
	);
}

function Members({ row }: Part) {
	const said = useWords();
	const { subscription: words, board, numbers } = said;
	const { members } = row;
	if (members === null)
		return (
			<Figure name={words.members} note={numbers.notKnown}>
				<Unknown why={numbers.notKnown} />
			</Figure>
		);
	const { live, registered } = members;
	if (registered === 0 && !live?.n)
		return (
			<Figure name={words.members} note={board.none}>
				{numbers.count(0)}
			</Figure>
		);
	if (live === null)
		return (
			<Figure name={words.members} note={words.liveNotKnown}>
				{numbers.count(registered)}
			</Figure>
		);
	return (
		<Figure
			name={words.members}
			note={`${said.members.verdicts.live} · ${membersSentence(said, members, false)}`}
		>
			{numbers.amount(live)}
		</Figure>
	);
}
