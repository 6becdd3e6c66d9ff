// What may a person change of alerts? Each with its line of the record, or not at all.
import type { RecordEntry } from "#lib/core/record.ts";
import type { TendedAlerts } from "../../alert-port.ts";
import { json } from "../cells.ts";
import type { Connection } from "../connection.ts";
import type { Recorder } from "../record/recorder.ts";
import { endMute, putMute } from "./mute-rows.ts";
import { growAlertsRev } from "./rev.ts";
import { removeRule, saveRule } from "./rule-rows.ts";

const acknowledge =
	"UPDATE alert SET acknowledged = ? WHERE id = ? AND state = 'firing' AND acknowledged IS NULL";

export function tendedAlerts(
	connection: Connection,
	{ recorded }: Recorder,
): TendedAlerts {
	const tended = (change: () => boolean, entry: RecordEntry): boolean =>
		recorded(() => {
			if (!change()) return { result: false, entry: null };
			growAlertsRev(connection);
			return { result: true, entry };
		});
	return {
		async saveRule(rule, was, entry) {
			return tended(() => saveRule(connection, rule, was), entry);
		},
		async removeRule(name, entry) {
			return tended(() => removeRule(connection, name), entry);
		},
		async mute(mute, entry) {
			return tended(() => putMute(connection, mute), entry);
		},
		async endMute(id, by, atMs, entry) {
			return tended(() => endMute(connection, id, by, atMs), entry);
		},
		async acknowledge(alert, acknowledged, entry) {
			const told = json(acknowledged);
			return tended(
				() => connection.run(acknowledge, told, alert) === 1,
				entry,
			);
		},
	};
}
