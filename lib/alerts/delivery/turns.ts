// When is an outlet spoken to again, and how old is what it has not taken? By a clock nobody sets, wherever that can be.
import type { Answer, OwedNotice } from "#lib/core/alert/notice.ts";

export type Turns = {
	/** Never behind the wall clock, nor behind itself: what is due stays due when somebody sets the clock back. */
	nowMs(): number;
	/** An outlet that takes nothing is spoken to less and less often, whichever notice it is about. */
	rests(outlet: string): boolean;
	isFailing(outlet: string): boolean;
	answered(outlet: string, answer: Answer): void;
	/** Since it was seen first; of one tried before this start, since it was owed. */
	ageMs(one: OwedNotice): number;
	forget(notice: string): void;
};

const leastMs = 5_000;
const mostMs = 5 * 60_000;
/** Whoever wants us to wait for longer is asked again all the same. */
const wantedMostMs = 15 * 60_000;

/** 5 s, 10 s, 20 s … 5 min, each a little shorter or longer, so that many do not come back at once. */
export function againAfterMs(
	tries: number,
	wantedMs: number | null,
	random: () => number = Math.random,
): number {
	const steps = Math.min(tries - 1, 10);
	const ms = Math.min(mostMs, leastMs * 2 ** steps) * (0.75 + random() / 4);
	return Math.round(Math.max(ms, Math.min(wantedMs ?? 0, wantedMostMs)));
}

export function turnsOf(
	clocks: { wallMs(): number; steadyMs(): number } = {
		wallMs: () => Date.now(),
		steadyMs: () => performance.now(),
	},
): Turns {
	const begunMs = clocks.wallMs() - clocks.steadyMs();
	const failures = new Map<string, { times: number; untilMs: number }>();
	const seen = new Map<string, { ageMs: number; atMs: number }>();
	return {
		nowMs: () => Math.max(clocks.wallMs(), begunMs + clocks.steadyMs()),
		rests: (outlet) =>
			(failures.get(outlet)?.untilMs ?? Number.NEGATIVE_INFINITY) >
			clocks.steadyMs(),
		isFailing: (outlet) => failures.has(outlet),
		answered(outlet, answer) {
			// Whoever turns a notice down has answered it.
			if (answer.isTaken || !answer.again) {
				failures.delete(outlet);
				return;
			}
			const times = (failures.get(outlet)?.times ?? 0) + 1;
			const waitMs = againAfterMs(times, answer.afterMs);
			failures.set(outlet, { times, untilMs: clocks.steadyMs() + waitMs });
		},
		ageMs({ id, atMs: owedMs, tries }) {
			const atMs = clocks.steadyMs();
			const known = seen.get(id);
			if (known) return known.ageMs + atMs - known.atMs;
			// The clock may have been set since a new one was written down; nobody has failed to take it yet.
			const ageMs = tries === 0 ? 0 : Math.max(0, clocks.wallMs() - owedMs);
			seen.set(id, { ageMs, atMs });
			return ageMs;
		},
		forget: (notice) => void seen.delete(notice),
	};
}
