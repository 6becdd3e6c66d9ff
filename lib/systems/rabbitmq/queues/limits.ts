// What does a queue do with messages that are too many or too old? From its own arguments and the policy that holds for it.
import { countIn, textIn } from "../connection/json.ts";

export type Limits = {
	/** Of messages that wait, and of their bytes; null where there is none. */
	readonly length: number | null;
	readonly bytes: number | null;
	/** How long a message may wait. */
	readonly ageMs: number | null;
	/** Whether the oldest goes where there is no room; else whoever writes is refused. */
	readonly dropsOldest: boolean;
	/** The exchange that is given what goes; null where it is gone for good. */
	readonly deadLetters: string | null;
};

/** Of two numbers the lower one holds; of two words the queue's own. */
export function limitsIn(given: unknown, policy: unknown): Limits {
	const least = (name: string): number | null => {
		const all = [countIn(given, `x-${name}`), countIn(policy, name)];
		const known = all.filter((it) => it !== null);
		return known.length === 0 ? null : Math.min(...known);
	};
	const first = (name: string) =>
		textIn(given, `x-${name}`) ?? textIn(policy, name);
	return {
		length: least("max-length"),
		bytes: least("max-length-bytes"),
		ageMs: least("message-ttl"),
		dropsOldest: (first("overflow") ?? "drop-head") === "drop-head",
		deadLetters: first("dead-letter-exchange"),
	};
}

/** Whether a message that nobody read may be gone for good. */
export const mayLose = ({
	length,
	bytes,
	ageMs,
	dropsOldest,
	deadLetters,
}: Limits): boolean =>
	deadLetters === null &&
	(ageMs !== null || (dropsOldest && (length !== null || bytes !== null)));
