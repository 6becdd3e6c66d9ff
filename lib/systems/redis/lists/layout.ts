// What must be known of a program that keeps its backlogs in lists? Where they are, what to ask of each, and what the answers mean.
import type { MemberVerdict } from "#lib/core/member.ts";
import type { Members } from "#lib/core/reading.ts";
import type { Answer, Command } from "../connection/ask.ts";
import type { Pass } from "../keys/sweep.ts";
import { countOf } from "../streams/replies.ts";
import type { End } from "./ends.ts";
import type { LeftBehind } from "./left-behind.ts";

export type Asking = (
	commands: readonly Command[],
) => Promise<readonly Answer[]>;

export type Layout = {
	/** What is looked for among all keys; asked anew for each walk. */
	passes(asking: Asking): Promise<readonly Pass[]>;
	/** The names of all its backlogs; null where nobody may tell. Empty lists do not exist, so it goes by what marks them. */
	find(asking: Asking, nowMs: number): Promise<readonly string[] | null>;
	open(name: string): List;
};

/** What can be done about messages that were left lying or that failed. */
export type Remedy =
	| {
			readonly by: "hand";
			/** Every list of what is in progress. */
			left(nowMs: number): readonly LeftBehind[];
			/** Where messages of it are put aside, of those lists that were seen. */
			aside(): readonly string[];
			/** The end from which readers take; null where it was never seen. */
			takenFrom(): End | null;
			/** The end at which they lay what is in progress. */
			laidAt(): End | null;
	  }
	| {
			/** Its program has rules of its own; nothing else is safe. */
			readonly by: "its own";
			readonly program: string;
			/** What to run for it, each line in words; null where there is nothing of the kind. */
			commands(
				action: "recover" | "redrive",
				url: string,
			): readonly (readonly string[])[] | null;
	  };

/** One backlog, and what is remembered of it from one tick to the next. */
export type List = {
	readonly name: string;
	readonly remedy: Remedy;
	/** Times are the server's. */
	inquire(nowMs: number): Inquiry;
	/** Who is connected to work on it, where connections tell. */
	connected?(): readonly Worker[] | null;
};

export type Inquiry = {
	readonly commands: readonly Command[];
	/** What only the first answers show to be worth asking. */
	further(answers: readonly Answer[]): readonly Command[];
	hear(answers: readonly Answer[], further: readonly Answer[]): Heard;
};

export const nothingFurther = (): readonly Command[] => [];

/** A message at work, by what its program calls it. */
export type HeldMessage = {
	readonly id: string;
	readonly sinceMs: number | null;
};

/** Somebody who works on it, or the list in which somebody keeps what is at work. */
export type Worker = {
	readonly name: string;
	/** Of its connection, where one bears its name. */
	readonly address: string | null;
	readonly verdict: MemberVerdict | null;
	readonly holding: number | null;
	readonly heldSinceMs: number | null;
};

export type Since = {
	readonly atMs: number;
	/** It may be older: nobody was there when it came. */
	readonly isLeast: boolean;
};

/** An end of a list that does not move, and for how long that would be usual. */
export type Still = {
	readonly messages: number;
	readonly sinceMs: number;
	readonly patienceMs: number;
};

/** Nothing in it grows old: what is said again later is true for as long as nothing was written, until `untilMs`. */
export type Heard = {
	readonly waiting: number | null;
	readonly waitingSince: Since | null;
	readonly holding: number | null;
	readonly heldSinceMs: number | null;
	/** Since when nobody was seen to work on them: a moment for each message. */
	readonly absentSinceMs: readonly number[];
	/** For how long that may be before somebody is wanted. */
	readonly absentForMs: number;
	readonly stillWaiting: Still | null;
	readonly stillHeld: Still | null;
	/** Their time has not come. */
	readonly delayed: number | null;
	readonly failed: number | null;
	readonly isPaused: boolean;
	readonly members: Members | null;
	/** The oldest of them, where they have names. */
	readonly held: readonly HeldMessage[];
	readonly workers: readonly Worker[];
	readonly untilMs: number;
};

export const nothingHeard: Heard = {
	...{ waiting: null, waitingSince: null, holding: null, heldSinceMs: null },
	...{ absentSinceMs: [], absentForMs: 0 },
	...{ stillWaiting: null, stillHeld: null },
	...{ delayed: null, failed: null, isPaused: false, members: null },
	...{ held: [], workers: [] },
	untilMs: Number.POSITIVE_INFINITY,
};

export const countIn = (answer: Answer | undefined): number | null =>
	answer === undefined || answer.error ? null : countOf(answer.reply);

/** Known only if each of them is. */
export function sumIn(answers: readonly (Answer | undefined)[]): number | null {
	let sum = 0;
	for (const answer of answers) {
		const n = countIn(answer);
		if (n === null) return null;
		sum += n;
	}
	return sum;
}

/** Members and scores in turn, as ZRANGE with scores answers. */
export function scoredIn(reply: unknown): { member: string; score: number }[] {
	const flat = Array.isArray(reply) ? reply.map(String) : [];
	const scored: { member: string; score: number }[] = [];
	for (let i = 0; i + 1 < flat.length; i += 2)
		scored.push({ member: flat[i] ?? "", score: Number(flat[i + 1]) });
	return scored;
}
