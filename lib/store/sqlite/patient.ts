// Who waits while another process writes? Whoever asked, and nobody else: the engine is asked again and again, and all the rest of this process goes on.
import { setTimeout as after } from "node:timers/promises";
import { StoreBusy } from "../unusable.ts";
import { isBusy } from "./connection.ts";

/** Waiting within the engine holds up everything: a broker that answered meanwhile would look silent. */
export const engineWaitsMs = 10;
const askAgainMs = 25;
const patienceMs = 5_000;

/**
 * Every part of a store, each of whose calls begins again when the file was locked. A call that finds it locked has
 * written nothing: it writes in one transaction, which begins as a writer.
 */
export function patient<Parts extends object>(parts: Parts): Parts {
	const line = lineOf();
	const wrapped = Object.entries(parts).map(([name, part]) => [
		name,
		typeof part === "object" && part !== null ? callsOf(part, line) : part,
	]);
	// The cast: the same names with the same calls, only later.
	return Object.fromEntries(wrapped) as Parts;
}

function callsOf(part: object, line: Line): object {
	const calls = Object.entries(part).map(([name, call]) => [
		name,
		typeof call === "function" ? patiently(call, line) : call,
	]);
	return Object.fromEntries(calls);
}

type Call = (...given: readonly unknown[]) => unknown;

type Line = <T>(work: () => Promise<T>) => Promise<T>;

/** Of those who wait only the first asks, however many there are. */
function lineOf(): Line {
	let last: Promise<unknown> = Promise.resolve();
	return (work) => {
		const mine = last.then(work);
		last = mine.catch(() => undefined);
		return mine;
	};
}

function patiently(call: Call, line: Line): Call {
	return (...given) => {
		const answer = call(...given);
		if (!(answer instanceof Promise)) return answer;
		return answer.catch((error: unknown) => {
			if (!isBusy(error)) throw error;
			const deadline = performance.now() + patienceMs;
			return line(() => again(() => call(...given), deadline));
		});
	};
}

async function again(call: () => unknown, deadline: number): Promise<unknown> {
	for (;;) {
		try {
			return await call();
		} catch (error) {
			if (!isBusy(error)) throw error;
			if (performance.now() > deadline) throw new StoreBusy();
			await after(askAgainMs);
		}
	}
}
