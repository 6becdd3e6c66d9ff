// What does the collector do about alerts? It looks at the board in a loop of its own, and answers what is asked about them.
import { Problem } from "#lib/core/problem.ts";
import { type AlertAnswers, answersOf } from "./answer.ts";

export type AlertsAtWork = {
	readonly answer: AlertAnswers;
	stop(): Promise<void>;
};

const unanswered = () => Promise.reject(new Problem("refused", "look failed"));

export async function startAlerts(): Promise<AlertsAtWork> {
	return {
		answer: answersOf({
			tend: unanswered,
			backTest: unanswered,
			tryOutlet: unanswered,
			tended: () => undefined,
		}),
		stop: async () => undefined,
	};
}
