// Does a page answer yet? Asked again and again, until it does, nobody wants to know any more, or too much time went by.
import { setTimeout as after } from "node:timers/promises";

const askAgainMs = 50;

export async function answers(
	address: string,
	withinMs: number,
	ended: AbortSignal,
): Promise<boolean> {
	const signal = AbortSignal.any([ended, AbortSignal.timeout(withinMs)]);
	while (!signal.aborted) {
		const reply = await fetch(address, { signal }).catch(() => null);
		if (reply?.ok) return true;
		await after(askAgainMs, undefined, { signal }).catch(() => undefined);
	}
	return false;
}
