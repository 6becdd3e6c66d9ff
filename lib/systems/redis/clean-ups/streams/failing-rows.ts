// Which of all that is held was delivered so often that it fails? From the oldest on, whoever holds it, as far as a plan has the time to look.
import type { HeldRow } from "../../looks/replies.ts";
import { type Asked, goneOf, heldPages, type Known } from "./held-rows.ts";

/** A hundred questions, none of which takes a millisecond of the server. */
export const passedMost = 100_000;
/** A plan has to be drawn well within its deadline. */
const lookForMs = 1_500;

export type Failing = {
	/** In the order of their ids; more than were asked for where there are more. */
	readonly rows: readonly HeldRow[];
	readonly looked: number;
	/** More is held than was looked at. */
	readonly isCut: boolean;
};

export async function failingRows(
	place: Asked,
	now: Known,
	wish: { readonly deliveriesMin: number; readonly most: number },
): Promise<Failing> {
	const untilMs = performance.now() + lookForMs;
	const rows: HeldRow[] = [];
	let looked = 0;
	for await (const page of heldPages(place, now, null)) {
		looked += page.length;
		const often = page.filter(
			({ deliveries }) => (deliveries ?? 0) >= wish.deliveriesMin,
		);
		const { gone } = await goneOf(place, now, often);
		rows.push(...often.filter(({ id }) => !gone.has(id)));
		const isEnough = rows.length > wish.most || looked >= passedMost;
		if (isEnough || performance.now() >= untilMs)
			return { rows, looked, isCut: looked < (now.held?.total ?? 0) };
	}
	// Whoever finished some meanwhile left fewer than there were.
	return { rows, looked, isCut: false };
}
