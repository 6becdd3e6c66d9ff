// What does the collector do about clean-ups? Draws plans, runs what was approved, ends what broke off, lets plans expire, looks again.
import { setTimeout as after } from "node:timers/promises";
import type { Person } from "#lib/access/sessions.ts";
import type { CleanUpWish, Errand } from "#lib/core/errand.ts";
import { within } from "../deadline.ts";
import { traceOf } from "../trace-of.ts";
import { lookAgain, lookedAgain } from "./again.ts";
import { endBroken } from "./broken.ts";
import { draw } from "./draw.ts";
import type { CleanUpParts } from "./parts.ts";
import { run } from "./run.ts";
import { turnsOf } from "./turns.ts";

export type CleanUpsAtWork = {
	/** Throws a Problem where no plan can be drawn. */
	draw(errand: Errand, wish: CleanUpWish, person: Person): Promise<void>;
	/** One that was approved, to its end; nothing where somebody else claimed it. */
	run(errand: Errand): Promise<void>;
	/** Somebody wrote: perhaps that one is to stop. */
	notice(): void;
	/** What runs ends between two steps, as far as it got. */
	stop(): Promise<void>;
};

const expireEveryMs = 2_000;
const forgetEveryMs = 60_000;
const forgottenAtOnce = 500;
/** For so long a process that ends waits for what runs. */
const endWithinMs = 2_500;

export async function startCleanUps(
	parts: CleanUpParts,
): Promise<CleanUpsAtWork> {
	const { errands } = parts.store;
	const turns = turnsOf();
	const stops = new Map<string, AbortController>();
	const working = new Set<Promise<void>>();
	const ended = new AbortController();

	/** Never rejects: what goes wrong here is nobody's answer. */
	function work(text: string, task: () => Promise<unknown>): Promise<void> {
		const done = task()
			.catch((error) => {
				if (!ended.signal.aborted)
					parts.log.error({ error: traceOf(error) }, text);
			})
			.then(() => void working.delete(done));
		working.add(done);
		return done;
	}

	const again = (id: string) =>
		void work("not seen again", () => lookAgain(id, parts, ended.signal));

	for (const errand of await errands.running())
		void work("unknown end not told", async () => {
			await endBroken(errand, parts);
			again(errand.id);
		});
	for (const id of await lookedAgain(parts)) again(id);

	async function ran(errand: Errand): Promise<void> {
		const { id } = errand;
		const stop = new AbortController();
		stops.set(id, stop);
		try {
			const running = { ...parts, turns, stop: stop.signal };
			if (await run(errand, running)) again(id);
		} finally {
			stops.delete(id);
		}
	}

	async function stopThose(): Promise<void> {
		for (const [id, stop] of stops)
			if ((await errands.stoppedBy(id)) !== null) stop.abort();
	}

	async function forget(): Promise<void> {
		while ((await errands.forgetCleanUps(parts.aging(), forgottenAtOnce)) > 0) {
			if (ended.signal.aborted) return;
			await after(0);
		}
	}

	const timers = [
		setInterval(() => {
			void work("plans not expired", () => errands.expire(Date.now()));
		}, expireEveryMs),
		setInterval(() => {
			void work("old clean-ups kept", forget);
		}, forgetEveryMs),
	];

	return {
		async draw({ id }, wish, person) {
			await errands.planned(id, await draw(wish, person, parts));
		},
		run(errand) {
			const done = ran(errand);
			// Whoever called is told what went wrong; here it is only waited for.
			void work("clean-up not run", () => done.catch(() => undefined));
			return done;
		},
		notice() {
			if (stops.size > 0) void work("stop not heard", stopThose);
		},
		async stop() {
			for (const timer of timers) clearInterval(timer);
			ended.abort();
			for (const stop of stops.values()) stop.abort();
			await within(endWithinMs, Promise.all(working)).catch(() => undefined);
		},
	};
}
