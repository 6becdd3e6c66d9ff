// How many members of a group live? What the verdicts add up to, and no more than the connections allow.
import { type Amount, atMost, exactly } from "#lib/core/amount.ts";
import type { Note } from "#lib/core/note.ts";
import type { Members } from "#lib/core/reading.ts";
import type { MemberJudged } from "./verdicts.ts";

export type Around = {
	/** Connections without a name that were seen to read, and that may yet be; null where nobody may list them. */
	readonly readers: number | null;
	readonly undecided: number;
	/** Named members that the server has not registered; `possible` may be of another channel. */
	readonly unserved: number;
	readonly possible: number;
	/** Who was seen so lately is there, whatever its connection was seen to do. */
	readonly lateMs: number;
};

type Judged = Pick<
	MemberJudged,
	"verdict" | "holding" | "idleMs" | "connection"
>;

const isConnected = ({ connection }: Judged): boolean =>
	connection !== null && connection.missed < 2;

/** Live are those who are there: one that is stuck with its connection open is, and one of whom nobody knows may be. */
export function tally(judged: readonly Judged[], around: Around): Members {
	const count = (verdict: Judged["verdict"]) =>
		judged.filter((member) => member.verdict === verdict).length;
	return {
		registered: judged.length,
		live: liveOf(judged, around),
		dead: count("dead"),
		stuck: count("stuck"),
		unknown: count("unknown"),
	};
}

function liveOf(judged: readonly Judged[], around: Around): Amount {
	const { readers, undecided, unserved, possible, lateMs } = around;
	const named = judged.filter(isConnected).length;
	const others = judged.filter(
		(it) => it.verdict !== "dead" && !isConnected(it),
	);
	// One that is not seen to read is at work for a reader that holds something, or for none.
	const busy = others.filter(({ holding }) => holding > 0).length;
	const seen = others.filter(
		({ idleMs }) => idleMs !== null && idleMs < lateMs,
	);
	const most =
		readers === null
			? others.length
			: Math.min(
					others.length,
					Math.max(seen.length, readers + Math.min(undecided, busy)),
				);
	const least = named + unserved;
	return most + possible === 0
		? exactly(least)
		: atMost(least + most + possible);
}

/** Messages that nobody works on: their owners are dead, or silent for longer than patience. */
export function notesOf(
	judged: readonly Judged[],
	patienceMs: number,
	unserved: number,
): Note[] {
	const notes: Note[] = [];
	const holders = judged.filter(
		({ verdict, holding, idleMs }) =>
			(verdict === "dead" || verdict === "stuck") &&
			holding > 0 &&
			(idleMs ?? 0) >= patienceMs,
	);
	if (holders.length > 0) {
		const messages = holders.reduce((sum, { holding }) => sum + holding, 0);
		const longestMs = Math.max(...holders.map(({ idleMs }) => idleMs ?? 0));
		const forSeconds = Math.floor(longestMs / 1000);
		const members = holders.length;
		notes.push({
			code: "held by absent",
			values: { messages, members, forSeconds },
		});
	}
	if (unserved > 0)
		notes.push({ code: "waits unserved", values: { members: unserved } });
	return notes;
}
