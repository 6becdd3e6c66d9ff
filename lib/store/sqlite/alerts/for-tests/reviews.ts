// Which reviews are written by one process and looked for by another? Each has a part of everything, and says its number.
import type { ReviewWrite } from "../../../alert-port.ts";
import {
	alertOf,
	noticeOf,
	reviewOf,
	waveOf,
} from "../../../contract-alerts-scene.ts";
import type { Store } from "../../../store.ts";

const pending = { state: "pending", firedMs: null } as const;

export const reviewAt = (n: number): ReviewWrite =>
	reviewOf({
		alerts: [
			...[alertOf(`a${n}`), alertOf(`p${n}`, pending)],
			alertOf("all", { heldMs: n, ...pending }),
		],
		gone: [`p${n - 1}`],
		waves: [waveOf(`w${n}`, [`a${n}`])],
		notices: [noticeOf(`n${n}`, { wave: `w${n}` })],
		held: new Map([["all", `review ${n}`]]),
	});

/** How far each part of it came: the same number everywhere, or a review was written in part. */
export async function toldIn({ alerts }: Store) {
	const { alerts: known, waves } = await alerts.underWay(0);
	const last = known.find(({ id }) => id === "all");
	const shown = await alerts.alert("all");
	const waiting = known.filter(
		({ id, state }) => state === "pending" && id !== "all",
	);
	return {
		firing: known.filter(({ state }) => state === "firing").length,
		waves: waves.length,
		notices: (await alerts.owed(Number.MAX_SAFE_INTEGER, 1_000_000)).length,
		last: last?.heldMs ?? 0,
		held: shown?.held ?? null,
		pending: waiting.map(({ id }) => id),
		rev: await alerts.alertsRev(),
	};
}
