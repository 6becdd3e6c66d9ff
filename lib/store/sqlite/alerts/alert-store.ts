// What does the file keep of alerts? What fires, what is owed for it, what people changed, and what screens are shown.
import type { AlertStore } from "../../alert-port.ts";
import type { Connection } from "../connection.ts";
import type { Recorder } from "../record/recorder.ts";
import { countsIn } from "./alert-rows.ts";
import { forgetAlerts } from "./forget.ts";
import { noticeIn, owedIn, tryNotice } from "./notice-rows.ts";
import { faresIn, outletCountsIn } from "./outlet-rows.ts";
import { reviewedAlerts } from "./reviewed.ts";
import { shownAlerts } from "./shown.ts";
import { tendedAlerts } from "./tended.ts";

export function alertStore(
	connection: Connection,
	recorder: Recorder,
): AlertStore {
	return {
		...reviewedAlerts(connection),
		...shownAlerts(connection),
		...tendedAlerts(connection, recorder),
		async owed(nowMs, limit) {
			return owedIn(connection, nowMs, limit);
		},
		async notice(id) {
			return noticeIn(connection, id);
		},
		async tried(id, tried) {
			connection.writing(() => tryNotice(connection, id, tried));
		},
		async fares() {
			return faresIn(connection);
		},
		async forgetAlerts(nowMs, limit) {
			return connection.writing(() => forgetAlerts(connection, nowMs, limit));
		},
		async alertCounts() {
			return connection.reading(() => ({
				alerts: countsIn(connection),
				outlets: outletCountsIn(connection),
			}));
		},
	};
}
