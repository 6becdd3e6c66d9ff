// What do the server's replies about pending entries say?
import { countOf, listOf, nameOf, textOf } from "../streams/replies.ts";

export type HeldRow = {
	readonly id: string;
	readonly member: string;
	readonly idleMs: number | null;
	readonly deliveries: number | null;
};

export type HeldSummary = {
	readonly total: number;
	readonly first: string;
	readonly last: string;
	readonly holders: readonly {
		readonly member: string;
		readonly holding: number;
	}[];
};

/** XPENDING's long form. */
export const heldRowsOf = (reply: unknown): HeldRow[] =>
	listOf(reply).map((item) => {
		const [id, member, idle, deliveries] = listOf(item);
		return {
			id: textOf(id),
			member: nameOf(member),
			idleMs: countOf(idle),
			deliveries: countOf(deliveries),
		};
	});

/** By the whole group, or by one member of it. */
export const heldIn = (
	summary: HeldSummary | null,
	member: string | null,
): number =>
	(member === null
		? summary?.total
		: summary?.holders.find((one) => one.member === member)?.holding) ?? 0;

/** XPENDING's short form; null when nothing is held. */
export function heldSummaryOf(reply: unknown): HeldSummary | null {
	const [total, first, last, holders] = listOf(reply);
	const n = countOf(total) ?? 0;
	if (n === 0) return null;
	return {
		total: n,
		first: textOf(first),
		last: textOf(last),
		holders: listOf(holders).map((item) => {
			const [member, holding] = listOf(item);
			return { member: nameOf(member), holding: Number(textOf(holding)) };
		}),
	};
}
