// Where in the management does something lie? Names are the attacker's, and must not lead anywhere else.
import { Problem } from "#lib/core/problem.ts";

/** What a server takes for a step in the path, however it is written, and so tells of nobody by that name. */
const isStep = (name: string): boolean => /^\.{0,2}$/.test(name);

export const isAddressable = (...names: readonly string[]): boolean =>
	names.every((name) => !isStep(name) && name.isWellFormed());

/** `pathOf("queues", "/", "a b")` → `/api/queues/%2F/a%20b`. Throws where a name would lead elsewhere. */
export function pathOf(...names: readonly string[]): string {
	if (!isAddressable(...names))
		throw new Problem("refused", "name leads elsewhere");
	return `/api/${names.map(encodeURIComponent).join("/")}`;
}

/** Left out is what has no value. */
export function asking(
	path: string,
	questions: Readonly<Record<string, string | number | null>>,
): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(questions))
		if (value !== null) query.set(name, String(value));
	return `${path}?${query}`;
}
