// Who writes and thins history until it is killed? A process of its own, which goes on where the file says that it was.
import { factOf } from "../../../contract-rows.ts";
import { openStore } from "../../../open.ts";
import { atMs, keep, told } from "./course.ts";

const [folder = ""] = process.argv.slice(2);
const store = await openStore(folder);
const [fact] = await store.board.brokers();

for (let tick = (fact?.subscriptions ?? -1) + 1; ; tick++) {
	await store.board.write({
		...{ broker: factOf({ subscriptions: tick }), rows: [], gone: [] },
		history: [told(tick)],
	});
	for (let step = 0; step < 4; step++)
		if (!(await store.history.thin(atMs(tick), keep))) break;
}
