// Can the store in this folder be used, and how does it stand? Looked at and read through, without changing anything.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { historyFacts } from "#lib/core/history.ts";
import type { StoreCheck } from "../../backup-port.ts";
import { StoreRefusal } from "../../refusal.ts";
import type { Pulse } from "../../store.ts";
import { number, oneOf } from "../cells.ts";
import { newestSchema, refuseNewer, versionOf } from "../migrate.ts";
import { damaged, refusalOf } from "../refused.ts";
import { bytesOf, firstFault, refuseLost, refuseOthers } from "../sound.ts";
import { backupsAt, backupsIn } from "./backups.ts";
import { type Plain, within } from "./plain.ts";

/** Reads the whole file: a millisecond a megabyte, or as fast as the disk is. */
export function checkStore(folder: string): StoreCheck {
	const file = join(folder, "tidemark.db");
	const found = { refusal: null, schema: null, pulse: null };
	const it: {
		-readonly [Key in keyof typeof found]: StoreCheck[Key];
	} = found;
	try {
		refuseLost(file);
		if (existsSync(file))
			within(file, {}, (store) => {
				it.schema = versionOf(store);
				refuseOthers(store, file);
				refuseNewer(store, file);
				it.pulse = pulseIn(store);
				const fault = firstFault(store.one("PRAGMA quick_check(1)"));
				if (fault !== null) throw new StoreRefusal(damaged(file, fault));
			});
	} catch (error) {
		const refusal = refusalOf(error, file);
		if (refusal === null) throw error;
		it.refusal = refusal.message;
	}
	return {
		...{ ...it, newestSchema, backup: newestIn(folder) },
		...{ bytes: bytesOf(file), walBytes: bytesOf(`${file}-wal`) },
	};
}

function pulseIn(store: Plain): Pulse | null {
	const cells = store.one("SELECT * FROM pulse");
	return (
		cells && {
			atMs: number(cells.at_ms),
			startedMs: number(cells.started_ms),
			everyMs: number(cells.every_ms),
			history: oneOf(historyFacts, cells.history ?? "kept"),
		}
	);
}

function newestIn(folder: string): StoreCheck["backup"] {
	const [file] = backupsAt(backupsIn(folder));
	if (file === undefined) return null;
	const [, day, hours] = /(\d{4}-\d\d-\d\d)T(\S+)Z\.backup$/.exec(file) ?? [];
	return { file, atMs: Date.parse(`${day}T${hours?.replaceAll("-", ":")}Z`) };
}
