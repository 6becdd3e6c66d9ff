// What must a store promise of errands? That each is asked, answered and ended once, whoever else tries.
import type { AlertAnswer } from "#lib/core/alert/asked/errand.ts";
import type { Errand, Wish } from "#lib/core/errand.ts";
import type { Finding } from "#lib/core/finding.ts";
import type { Look } from "#lib/core/look.ts";
import type { Scope } from "#lib/core/people/scope.ts";
import type { ProblemDetail } from "#lib/core/problem.ts";

export type NewErrand = {
	readonly id: string;
	readonly by: string;
	readonly session: string;
	readonly wish: Wish;
	readonly askedMs: number;
};

export type ErrandEnd =
	| {
			readonly state: "answered";
			readonly look: Look;
			readonly endedMs: number;
	  }
	| {
			readonly state: "answered";
			readonly findings: readonly Finding[];
			readonly endedMs: number;
	  }
	| {
			readonly state: "answered";
			readonly alerts: AlertAnswer;
			readonly endedMs: number;
	  }
	| {
			readonly state: "failed";
			readonly failure: ProblemDetail;
			readonly endedMs: number;
	  };

/**
 * For whom an errand is there that somebody else asked for: a clean-up all of whose subscriptions they may see, or an
 * alert of theirs that was acknowledged. What they asked for themselves is there as long as they may see all that it is about.
 */
export type Seer = { readonly scope: Scope; readonly session: string };

export type ErrandStore = {
	ask(errand: NewErrand): Promise<void>;
	find(id: string, seer?: Seer): Promise<Errand | null>;
	/** How many nobody has answered, counted up to there. */
	waitingTotal(most: number): Promise<number>;
	/** Errands nobody has answered, and clean-ups that were approved and nobody runs; oldest first. */
	waiting(limit: number): Promise<readonly Errand[]>;
	/** False when the errand had already ended, or never was. */
	end(id: string, end: ErrandEnd): Promise<boolean>;
	/** Calls back soon after anybody else wrote anything; returns how to stop. */
	watch(noticed: () => void): () => void;
	/** Removes at most `limit` ended errands older than that, and says how many; what changes something is kept longer. */
	forget(beforeMs: number, limit: number): Promise<number>;
	/** Removes this one so that nothing of it is left in any file: for what was read and is nobody else's. */
	erase(id: string): Promise<void>;
	/** Erases those with contents that ended before and were not read, and says how many. */
	eraseContents(beforeMs: number): Promise<number>;
};
