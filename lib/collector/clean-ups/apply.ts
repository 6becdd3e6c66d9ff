// How is one subscription cleaned up? Every word of the broker's adapter is written down before it goes on, and silence ends it.
import type { Before, Outcome, Progress } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";
import type { Subscription } from "#lib/core/subscription.ts";
import type { CleanUps, Course } from "#lib/systems/system.ts";
import { Overdue } from "../deadline.ts";

export type Applying = {
	readonly cleanUps: CleanUps;
	readonly subscription: Subscription;
	readonly plan: Plan;
	/** Of what is taken back. */
	readonly before: readonly Before[];
	readonly stop: AbortSignal;
	readonly silentMs: number;
	move(progress: Progress): Promise<boolean>;
	keep(before: readonly Before[]): Promise<boolean>;
	failureOf(error: unknown): ProblemDetail;
};

/** A screen that asks every second sees no more than this. */
const movedEveryMs = 250;

const begun: Progress = { messages: 0, members: 0, stage: "looking again" };

export async function apply(it: Applying): Promise<Outcome> {
	const ended = new AbortController();
	const silence = silenceOf(it.silentMs);
	const { course, last } = courseOf(it, ended.signal, silence.broken);
	try {
		await it.move(begun);
		return await Promise.race([
			it.cleanUps.apply(it.subscription, it.plan, course),
			silence.came,
		]);
	} catch (error) {
		return brokenOff(last(), it.failureOf(error));
	} finally {
		ended.abort();
		silence.stop();
	}
}

/** Where nothing was begun yet nothing was done; of all else only the broker knows. */
function brokenOff(last: Progress, failure: ProblemDetail): Outcome {
	const { detail = "", code = failure.key } = failure.values;
	const values = { detail: `${detail}` || `${code}` };
	const refusal: Refusal = { code: "broker failed", values };
	return {
		ending: last.stage === begun.stage ? "failed" : "unknown",
		...{ messagesDone: last.messages, membersRemoved: last.members },
		...{ refusals: [refusal], figures: [], verifiedMs: null },
	};
}

function courseOf(it: Applying, ended: AbortSignal, broken: () => void) {
	let last = begun;
	let writtenMs = 0;
	/** Whoever is not waited for any more writes nothing, and begins nothing. */
	async function written(write: () => Promise<boolean>): Promise<void> {
		ended.throwIfAborted();
		broken();
		if (!(await write())) throw new Error("this clean-up is over");
		ended.throwIfAborted();
		broken();
	}
	const course: Course = {
		async progress(progress) {
			const nowMs = performance.now();
			const isNew = progress.stage !== last.stage;
			ended.throwIfAborted();
			if (isNew || nowMs - writtenMs >= movedEveryMs) {
				await written(() => it.move(progress));
				writtenMs = nowMs;
			} else broken();
			last = progress;
		},
		keep: (before) => written(() => it.keep(before)),
		before: it.before,
		stop: AbortSignal.any([it.stop, ended]),
	};
	return { course, last: () => last };
}

/** Rejects once nothing was heard for so long. */
function silenceOf(silentMs: number) {
	const { promise: came, reject } = Promise.withResolvers<never>();
	came.catch(() => undefined);
	const timer = setTimeout(() => reject(new Overdue(silentMs)), silentMs);
	return {
		came,
		broken: () => void timer.refresh(),
		stop: () => clearTimeout(timer),
	};
}
