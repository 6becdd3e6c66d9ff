// What may whoever shows screens do to a clean-up? Say yes to the plan it shows, say no, say stop.
import { approvalOf, stepOf } from "#lib/core/clean-up/recorded.ts";
import type { Approved, AskedCleanUps } from "../../clean-up-port.ts";
import { json, text } from "../cells.ts";
import type { Connection } from "../connection.ts";
import { errandIn } from "../errand-rows.ts";
import type { Recorded, Recorder } from "../record/recorder.ts";
import { activityOf } from "./activity.ts";
import { inTime } from "./in-time.ts";
import { stepped } from "./stepped.ts";

const approve = `UPDATE errand SET state = 'approved' WHERE id = ? AND state = 'planned' AND asked_by = ?
	AND EXISTS (SELECT 1 FROM clean_up WHERE errand = errand.id AND hash = ? AND ${inTime})`;
const cancel =
	"UPDATE errand SET state = 'cancelled', ended_ms = ? WHERE id = ? AND state = 'planned'";
const stop = `UPDATE clean_up SET stopped_by = ? WHERE errand = ? AND stopped_by IS NULL
	AND EXISTS (SELECT 1 FROM errand WHERE id = clean_up.errand AND state IN ('approved', 'running'))`;

export function askedCleanUps(
	connection: Connection,
	{ recorded }: Recorder,
): AskedCleanUps {
	return {
		async approve(id, { hash, ...approval }) {
			const { by, atMs } = approval;
			return recorded((): Recorded<Approved> => {
				if (connection.run(approve, id, by, hash, atMs) !== 1)
					return { result: whyNot(id, by, hash), entry: null };
				const sql = "UPDATE clean_up SET approval = ? WHERE errand = ?";
				connection.run(sql, json(approval), id);
				const errand = errandIn(connection, id, "short");
				return { result: "approved", entry: errand && approvalOf(errand) };
			});
		},
		async cancel(id, by, atMs) {
			return recorded(() =>
				stepped(connection, id, connection.run(cancel, atMs, id), (errand) =>
					stepOf(errand, "cancelled", by, atMs),
				),
			);
		},
		async stop(id, by, atMs) {
			return recorded(() =>
				stepped(connection, id, connection.run(stop, by, id), (errand) =>
					stepOf(errand, "stopped", by, atMs),
				),
			);
		},
		async list(asked) {
			return activityOf(connection, asked);
		},
	};

	function whyNot(id: string, by: string, hash: string): Approved {
		const cells = connection.one(
			"SELECT state, asked_by, hash FROM errand LEFT JOIN clean_up ON errand = id WHERE id = ?",
			id,
		);
		if (cells?.state === "expired") return "expired";
		if (cells?.state !== "planned") return "not planned";
		if (text(cells.asked_by) !== by) return "not theirs";
		return text(cells.hash) === hash ? "expired" : "changed";
	}
}
