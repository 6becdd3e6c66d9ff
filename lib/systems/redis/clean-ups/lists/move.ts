// How do messages go from list to list? Slice by slice, each only while it is what was seen, and nothing goes on before it is written down.
import type { Before } from "#lib/core/clean-up/outcome.ts";
import type { Course } from "../../../system.ts";
import { refuse, type Tally } from "../../../tally.ts";
import { sentName } from "../../connection/name.ts";
import { listOf, textOf } from "../../streams/replies.ts";
import { newPace, type Pace } from "../pace.ts";
import type { Place } from "./list-now.ts";
import { run } from "./scripts.ts";
import type { Move } from "./seen.ts";
import { letterOf, refusedFor } from "./survey.ts";

/** True where all of it went; else the tally says why not. */
export async function moveAll(
	place: Place,
	moves: readonly Move[],
	course: Course,
	tally: Tally,
	isKept: boolean,
): Promise<boolean> {
	const pace = newPace();
	for (const move of moves) {
		const whole = await moveOne(place, move, course, tally, pace, isKept);
		if (!whole) return false;
	}
	return true;
}

async function moveOne(
	{ client }: Place,
	move: Move,
	course: Course,
	tally: Tally,
	pace: Pace,
	isKept: boolean,
): Promise<boolean> {
	const { from, to, near, isFarFirst, put, slices } = move;
	const keys = [sentName(from), sentName(to)];
	const all = slices.reduce((sum, { count }) => sum + count, 0);
	let moved = 0;
	for (const slice of isFarFirst ? slices.toReversed() : slices) {
		if (course.stop.aborted) {
			refuse(tally, "was stopped");
			return false;
		}
		const { count, digest } = slice;
		const offset = move.offset + (isFarFirst ? all - moved - count : 0);
		const length = move.length === null ? "" : move.length - moved;
		const order = isFarFirst ? "far" : "near";
		const args = [letterOf(near), offset, count, digest, order];
		const reply = listOf(
			await run(client, "move", keys, [...args, letterOf(put), length]),
		);
		const [kind, first, second] = reply;
		if (textOf(kind) === "refused") {
			tally.refusals.push(refusedFor(textOf(first), textOf(second)));
			return false;
		}
		const hashes = listOf(first).map(textOf);
		if (isKept) await course.keep(hashes.map((id) => beforeOf(id, from)));
		moved += hashes.length;
		tally.messages += hashes.length;
		const { messages, members } = tally;
		await course.progress({ messages, members, stage: "messages" });
		await pace.step(hashes.length, Number(second));
	}
	return true;
}

const beforeOf = (id: string, owner: string): Before => ({
	...{ id, owner, deliveredMs: 0, deliveries: 0, copy: null },
});
