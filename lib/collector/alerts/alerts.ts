// What does the collector do about alerts? It looks at the board in a loop of its own, and answers what is asked about them.
import { Problem } from "#lib/core/problem.ts";
import type { Store } from "#lib/store/store.ts";
import { type AlertAnswers, answersOf } from "./answer.ts";
import { tendOf } from "./tend.ts";

export type AlertsAtWork = {
	readonly answer: AlertAnswers;
	stop(): Promise<void>;
};

const unanswered = () => Promise.reject(new Problem("refused", "look failed"));

type AlertParts = { readonly store: Store };

export async function startAlerts({
	store,
}: AlertParts): Promise<AlertsAtWork> {
	return {
		answer: answersOf({
			tend: tendOf({ store, now: Date.now }),
			backTest: unanswered,
			tryOutlet: unanswered,
			tended: () => undefined,
		}),
		stop: async () => undefined,
	};
}
