// Who notices that nobody watches any more? Somebody outside, who is called for as long as the review really runs, and misses the call.
import type { Answer } from "#lib/core/alert/notice.ts";
import { answerOf, secretsOf } from "../answers.ts";
import type { Requests } from "../requests.ts";

export type HeartbeatParts = {
	readonly requests: Requests;
	readonly url: URL;
	readonly everyMs: number;
	/** Told when it begins to fail and when it no longer does. */
	changed(answer: Answer): void;
	/** By a clock nobody sets. */
	clock?(): number;
};

const deadlineMs = 10_000;
const againMs = 5_000;

/**
 * It has no clock that rings by itself: whoever has looked at everything, and has written down what that means, says so
 * each time, and what hangs or cannot write is silent.
 */
export function heartbeatOf(parts: HeartbeatParts): {
	/** Nobody needs to wait for it: it never throws. */
	reviewed(): Promise<void>;
} {
	const { requests, url, everyMs, clock = () => performance.now() } = parts;
	const secrets = secretsOf(url);
	let nextMs = Number.NEGATIVE_INFINITY;
	let isCalling = false;
	let isFailing = false;

	async function call(): Promise<void> {
		const body = null;
		const headers = {};
		const asked = { url, method: "GET", headers, body, deadlineMs } as const;
		const began = clock();
		const answer = answerOf(await requests.send(asked), url.host, secrets);
		nextMs = began + (answer.isTaken ? everyMs : Math.min(againMs, everyMs));
		if (answer.isTaken !== isFailing) return;
		isFailing = !answer.isTaken;
		parts.changed(answer);
	}

	return {
		async reviewed() {
			if (isCalling || clock() < nextMs) return;
			isCalling = true;
			await call().catch(() => {
				nextMs = clock() + againMs;
			});
			isCalling = false;
		},
	};
}
