// What of a store is there for whoever looks at screens or asks for something? Nothing by which another could be seen or changed.
import type { ShownAlerts } from "./alert-port.ts";
import type { AskedCleanUps } from "./clean-up-port.ts";
import type { ErrandStore } from "./errand-port.ts";
import type { HistoryStore } from "./history-port.ts";
import type { BoardStore, PulseStore } from "./store.ts";

export type SeenStore = {
	readonly board: Pick<
		BoardStore,
		| ("page" | "row" | "gone" | "rowsAfter" | "rev")
		| ("brokers" | "bystandersOf" | "systems")
	>;
	readonly history: Pick<
		HistoryStore,
		"range" | "find" | "goneSince" | "beats"
	>;
	readonly alerts: ShownAlerts;
	readonly errands: AskedCleanUps &
		Pick<ErrandStore, "ask" | "find" | "waitingTotal" | "erase" | "watch">;
	readonly pulse: Pick<PulseStore, "last">;
};
