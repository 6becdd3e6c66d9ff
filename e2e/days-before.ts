// How does a test come to a history of days? What was really read is moved back by as long, while nobody writes.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Three days are whole portions of every resolution: moved by less, what is made would end within one, as it never does. */
const byMs = 3 * 24 * 3_600_000;

/** Only before it is settled into chunks, which takes minutes: until then each moment stands in a column of its own. */
export function moveDaysBack(folder: string): void {
	const database = new DatabaseSync(join(folder, "store", "tidemark.db"));
	try {
		database.exec(`
			BEGIN IMMEDIATE;
			UPDATE past_tick SET at_ms = at_ms - ${byMs}, block_ms = block_ms - ${byMs};
			UPDATE past_change SET at_ms = at_ms - ${byMs};
			UPDATE past_series SET first_ms = first_ms - ${byMs}, minutes_until = minutes_until - ${byMs},
				tens_until = tens_until - ${byMs}, hours_until = hours_until - ${byMs};
			UPDATE past_broker SET minutes_until = minutes_until - ${byMs},
				tens_until = tens_until - ${byMs}, hours_until = hours_until - ${byMs};
			COMMIT;
		`);
		const settled = database
			.prepare("SELECT count(*) AS n FROM past_chunk")
			.get();
		if (settled?.n !== 0) throw new Error("some of it is settled already");
	} finally {
		database.close();
	}
}
