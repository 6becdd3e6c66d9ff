// Is this backup whole, and what is in it? Read through to its end; nothing of it is changed.
import { existsSync } from "node:fs";
import type { Backup } from "../../backup-port.ts";
import { StoreRefusal } from "../../refusal.ts";
import { number } from "../cells.ts";
import { refuseNewer, versionOf } from "../migrate.ts";
import { refusalOf } from "../refused.ts";
import { bytesOf, firstFault } from "../sound.ts";
import { within } from "./plain.ts";
import { sealIn, verifiedIn } from "./sealed.ts";

/** Throws a StoreRefusal where it is none, damaged, or of a newer Tidemark. */
export function looked(file: string): Backup {
	if (!existsSync(file)) throw new StoreRefusal(`There is no ${file}.`);
	try {
		return within(file, {}, (copy) => {
			const fault = firstFault(copy.one("PRAGMA integrity_check(1)"));
			if (fault !== null) throw unsound(file, fault);
			const seal = sealIn(copy);
			if (seal === null)
				throw new StoreRefusal(
					`${file} is no backup of Tidemark: those are made by "tidemark backup".`,
				);
			refuseNewer(copy, file);
			const { atMs, ...texts } = seal;
			const lines = copy.one("SELECT count(*) AS lines FROM record")?.lines;
			return {
				...{ file, atMs, bytes: bytesOf(file), schema: versionOf(copy) },
				lines: number(lines),
				isRecordWhole: verifiedIn(copy, texts).isWhole,
			};
		});
	} catch (error) {
		throw inWords(error, file);
	}
}

const unsound = (file: string, found: string): StoreRefusal =>
	new StoreRefusal(`${file} is damaged (${found}): take an earlier backup.`);

/** Of a backup, where another one is no advice. */
function inWords(error: unknown, file: string): unknown {
	if (error instanceof StoreRefusal) return error;
	const known = refusalOf(error, file)?.message ?? "";
	if (known.includes(" is damaged"))
		return unsound(file, "it ends too early, or pages of it are others");
	if (known.includes(" is not a store"))
		return new StoreRefusal(
			`${file} is no backup of Tidemark, or its beginning was overwritten: take another one.`,
		);
	return known === ""
		? error
		: new StoreRefusal(
				`${file} cannot be read: it belongs to somebody else, or is no file.`,
			);
}
