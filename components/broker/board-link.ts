// Where on the board are the subscriptions of one broker, all of them or those of one verdict?
import type { Verdict } from "#lib/core/verdict.ts";

export function boardLink(broker: string, verdict: Verdict | null = null) {
	const terms = [`broker:${JSON.stringify(broker)}`];
	if (verdict !== null) terms.push(`verdict:${verdict}`);
	return `/?filter=${encodeURIComponent(terms.join(" "))}`;
}
