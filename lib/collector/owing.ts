// What becomes of a tick the store could not take? It is owed, and written together with the next one.
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
	const bystanders = after.bystanders ?? before.bystanders;
	return {
		...(bystanders && { bystanders }),
		broker: after.broker,
		rows: [...rows.values()],
		gone: [...gone.values()],
	};
}
