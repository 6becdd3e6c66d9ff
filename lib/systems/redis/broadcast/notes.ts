// What is said of those who do not keep up, and of those who went? Notes that the judgement understands.
import type { Amount } from "#lib/core/amount.ts";
import type { Note } from "#lib/core/note.ts";
import type { Judged } from "./behind.ts";
import type { Loss } from "./cut-off.ts";
import type { Facts } from "./facts.ts";

/** The newest; what came before it in the same while is added. */
export function lossNotes(losses: readonly Loss[]): Note[] {
	const codes = [
		["subscriber cut off", true],
		["subscriber lost", false],
	] as const;
	return codes.flatMap(([code, isCutOff]): Note[] => {
		const some = losses.filter((loss) => loss.isCutOff === isCutOff);
		if (some.length === 0) return [];
		const count = some.reduce((sum, loss) => sum + loss.count.n, 0);
		const isExact = some.every((loss) => loss.count.bound === "exact");
		const bound = isExact ? "exact" : (some[0]?.count.bound ?? "about");
		const atMs = Math.max(...some.map((loss) => loss.atMs));
		return [{ code, values: { count, bound, atMs } }];
	});
}

export function behindNotes(
	behind: readonly Judged[],
	count: Amount,
	{ isLimitAssumed, undercounts }: Facts,
	serverMs: number,
): Note[] {
	if (count.n === 0) return [];
	const notes: Note[] = [];
	const losing = behind.filter((it) => it.isLosing);
	const told = undercounts ? () => ({}) : sizeOf;
	const next = losing.toSorted((a, b) => leftOf(a) - leftOf(b))[0];
	if (next !== undefined && next.leftMs !== null)
		notes.push({
			code: "cut off soon",
			values: {
				subscribers: losing.length,
				seconds: Math.round(next.leftMs.n / 1000),
				bound: next.leftMs.bound,
				...told(losing),
			},
		});
	const since = Math.min(...behind.map((it) => it.behindSinceMs ?? serverMs));
	notes.push({
		code: "subscriber behind",
		values: {
			...{ subscribers: count.n, bound: count.bound },
			...(behind.length > 0 ? { atMs: since, ...told(behind) } : {}),
		},
	});
	if (undercounts) notes.push({ code: "output undercounted", values: {} });
	if (isLimitAssumed) notes.push({ code: "limit assumed", values: {} });
	return notes;
}

const leftOf = (it: Judged): number => it.leftMs?.n ?? Infinity;

/** Of the one for whom most waits. */
function sizeOf(some: readonly Judged[]): Note["values"] {
	const most = some.toSorted((a, b) => b.bytes - a.bytes)[0];
	if (most === undefined) return {};
	return {
		bytes: rounded(most.bytes),
		...(most.share === null ? {} : { percent: Math.round(100 * most.share) }),
	};
}

/** So that a row does not change with every message. */
export const rounded = (n: number): number => Number(n.toPrecision(2));
