// Who writes ticks until it is killed? A process of its own, for the test that kills it: every row of a tick says its number.
import { factOf, rowOf } from "../contract-rows.ts";
import { openStore } from "../open.ts";

const [folder = "", rows = "0"] = process.argv.slice(2);
const store = await openStore(folder);
process.stdout.write("open\n");

for (let tick = 1; ; tick++)
	await store.board.write({
		broker: factOf({ subscriptions: tick }),
		rows: Array.from({ length: Number(rows) }, (_, i) =>
			rowOf(`c${i}`, { sinceMs: tick, holding: tick }),
		),
		gone: [],
	});
