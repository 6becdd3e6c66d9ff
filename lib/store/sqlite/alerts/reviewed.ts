// What does the collector's review read when it begins, and write each time something changed?
import type { Wave } from "#lib/core/alert/notice.ts";
import type {
	ReviewedAlerts,
	ReviewWrite,
	UnderWay,
} from "../../alert-port.ts";
import { fromJson, json } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { alertColumns, alertOf, putAlert, putHeld } from "./alert-rows.ts";
import { endMute } from "./mute-rows.ts";
import { putNotice } from "./notice-rows.ts";
import { settleOutlets } from "./outlet-rows.ts";
import { growAlertsRev } from "./rev.ts";
import { settleRules } from "./rule-rows.ts";

/** What fired within it still counts for how calm it must be. */
const recentMs = 3_600_000;

export function reviewedAlerts(connection: Connection): ReviewedAlerts {
	return {
		async settleAlerts({ rules, outlets }) {
			connection.writing(() => {
				settleRules(connection, rules);
				settleOutlets(connection, outlets);
				growAlertsRev(connection);
			});
		},
		async underWay(nowMs) {
			return connection.reading(() => underWay(nowMs));
		},
		async reviewed(review) {
			connection.writing(() => {
				if (write(review) > 0) growAlertsRev(connection);
			});
		},
	};

	function underWay(nowMs: number): UnderWay {
		const alerts = connection.all(
			`SELECT ${alertColumns} FROM alert WHERE state = 'pending' UNION ALL
			SELECT ${alertColumns} FROM alert WHERE state = 'firing' UNION ALL
			SELECT ${alertColumns} FROM alert WHERE state = 'resolved' AND resolved_ms > ?`,
			nowMs - recentMs,
		);
		const waves = connection.all("SELECT told FROM wave WHERE over_ms IS NULL");
		return {
			alerts: alerts.map(alertOf),
			waves: waves.map(({ told }) => fromJson<Wave>(told)),
		};
	}

	/** How many rows were changed. */
	function write(review: ReviewWrite): number {
		let changed = 0;
		for (const alert of review.alerts) changed += putAlert(connection, alert);
		for (const id of review.gone)
			changed += connection.run(
				"DELETE FROM alert WHERE id = ? AND fired_ms IS NULL",
				id,
			);
		for (const wave of review.waves) changed += putWave(wave);
		for (const notice of review.notices)
			changed += putNotice(connection, notice);
		changed += putHeld(connection, review.held);
		for (const { id, atMs } of review.mutesEnded)
			if (endMute(connection, id, null, atMs)) changed++;
		return changed;
	}

	function putWave(wave: Wave): number {
		const alerts = JSON.stringify(wave.alerts);
		const known = connection.one(
			"SELECT alerts, told FROM wave WHERE id = ?",
			wave.id,
		);
		const told = json(wave);
		if (known?.told === told) return 0;
		connection.run(
			`INSERT INTO wave (id, over_ms, alerts, told) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO
			UPDATE SET over_ms = excluded.over_ms, alerts = excluded.alerts, told = excluded.told`,
			...[wave.id, wave.overMs, alerts, told],
		);
		if (known?.alerts !== alerts)
			connection.run(
				"INSERT OR IGNORE INTO wave_alert (alert, wave) SELECT value, ? FROM json_each(?)",
				...[wave.id, alerts],
			);
		return 1;
	}
}
