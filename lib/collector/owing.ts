// What becomes of a tick the store could not take? It is owed, and written together with the next one.
import type { HistoryTick } from "#lib/core/history.ts";
import type { TickWrite } from "#lib/store/store.ts";

type Write = (tick: TickWrite) => Promise<void>;

/** The ledger tells each change once, so a tick that was dropped would leave old values that look fresh. */
export function owing(write: Write): Write {
	let owed: TickWrite | null = null;
	return async (tick) => {
		const whole: TickWrite = owed === null ? tick : together(owed, tick);
		owed = whole;
		await write(whole);
		owed = null;
	};
}

/** The later tick wins; what was gone and is back stands among its rows. */
function together(before: TickWrite, after: TickWrite): TickWrite {
	const rows = new Map(before.rows.map((row) => [row.id, row]));
	for (const row of after.rows) rows.set(row.id, row);
	const gone = new Map(before.gone.map((mark) => [mark.id, mark]));
	for (const { id } of after.rows) gone.delete(id);
	for (const mark of after.gone) gone.set(mark.id, mark);
	const history = bounded([
		...(before.history ?? []),
		...(after.history ?? []),
	]);
	const bystanders = after.bystanders ?? before.bystanders;
	return {
		...(bystanders && { bystanders }),
		...(history.length > 0 && { history }),
		broker: after.broker,
		rows: [...rows.values()],
		gone: [...gone.values()],
	};
}

/** As much as ten thousand subscriptions say in a minute and a half; what is older is a gap in history. */
const samplesMax = 200_000;

function bounded(ticks: readonly HistoryTick[]): readonly HistoryTick[] {
	let samples = 0;
	const first = ticks.findLastIndex((tick) => {
		samples += 1 + tick.samples.length;
		return samples > samplesMax;
	});
	return ticks.slice(first + 1);
}
