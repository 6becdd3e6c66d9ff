// What came of a clean-up so far? Counted slice by slice, and what was refused is put together by its kind.
import type { Ending } from "#lib/core/clean-up/outcome.ts";
import type { RefusalCode } from "#lib/core/clean-up/refusal-code.ts";
import type { Refusal } from "#lib/core/clean-up/remark.ts";

export type Tally = {
	messages: number;
	members: number;
	/** It was looked again, and not begun. */
	readonly refusals: Refusal[];
};

export const newTally = (): Tally => ({
	...{ messages: 0, members: 0, refusals: [] },
});

/** Those of messages or partitions add up; those of names stand one by one. */
export function refuse(
	{ refusals }: Tally,
	code: RefusalCode,
	values: Refusal["values"] = {},
): void {
	const at = refusals.findIndex((it) => it.code === code);
	const was = refusals[at]?.values ?? {};
	if (at < 0 || values.name !== undefined) {
		refusals.push({ code, values });
		return;
	}
	for (const counted of ["messages", "partitions"] as const) {
		const [before, more] = [was[counted], values[counted]];
		if (typeof before === "number" && typeof more === "number")
			refusals[at] = { code, values: { ...was, [counted]: before + more } };
	}
}

export function endingOf({ messages, members, refusals }: Tally): Ending {
	const isSomething = messages > 0 || members > 0;
	if (refusals.length === 0) return "done";
	if (isSomething) return "partly done";
	return refusals.some(({ code }) => code === "broker failed")
		? "failed"
		: "refused";
}
