// What went wrong once and is still worth telling: messages lost, positions set back, one message delivered again and again?
import type { Reading } from "../reading.ts";
import type { Reason } from "../verdict.ts";

export type Mishaps = {
	/** The last loss seen, and how much it was. */
	lost: number;
	lostMs: number;
	/** When positions last went back, and the time before that; what they went back by. */
	backMs: number;
	backBeforeMs: number;
	back: number;
	/** Since the oldest held message is the same: how often it was delivered when we first saw it, and lately. */
	deliveriesFirst: number;
	deliveries: number;
	deliveredMs: number;
};

const never = Number.NEGATIVE_INFINITY;

export const newMishaps = (): Mishaps => ({
	...{ lost: 0, lostMs: never },
	...{ backMs: never, backBeforeMs: never, back: 0 },
	...{ deliveriesFirst: 0, deliveries: 0, deliveredMs: never },
});

export type Mishap = Pick<
	Reading,
	"atMs" | "lost" | "deliveriesMax" | "holding"
>;

export function noteMishaps(it: Mishaps, reading: Mishap, back: number): void {
	const { atMs } = reading;
	const lost = reading.lost ?? 0;
	if (lost > 0) {
		it.lost = lost;
		it.lostMs = atMs;
	}
	if (back > 0) {
		it.backBeforeMs = it.backMs;
		it.backMs = atMs;
		it.back = back;
	}
	const deliveries = reading.holding === 0 ? 0 : (reading.deliveriesMax ?? 0);
	if (deliveries < it.deliveries || it.deliveries === 0)
		it.deliveriesFirst = deliveries;
	if (deliveries > it.deliveries) it.deliveredMs = atMs;
	it.deliveries = deliveries;
}

/** Told with how much it was and when; what the readings of history show of it is known better. */
export function recallMishap(it: Mishaps, { code, values }: Reason): void {
	const atMs = Number(values.atMs ?? never);
	if (code === "removed unread" && atMs > it.lostMs)
		Object.assign(it, { lost: Number(values.count), lostMs: atMs });
	// Once back is nothing yet, so the time before it has to be known as well.
	if (code === "goes back" && atMs >= it.backMs) {
		const back = Number(values.messages);
		Object.assign(it, { back, backMs: atMs, backBeforeMs: atMs });
	}
	if (code === "delivered again" && atMs > it.deliveredMs) {
		const deliveries = Number(values.deliveries);
		Object.assign(it, { deliveries, deliveriesFirst: 0, deliveredMs: atMs });
	}
}
