// How does a backup become the store again? Made ready beside what is there, which is then moved aside as it is, and never deleted.
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { basename, join } from "node:path";
import type { RecordEntry } from "#lib/core/record.ts";
import type { Backup, Restored } from "../../backup-port.ts";
import { headIn, keyFrom, putSealTexts } from "../../record/seal.ts";
import { StoreRefusal } from "../../refusal.ts";
import type { Store } from "../../store.ts";
import { claim } from "../claim.ts";
import { openSqlite } from "../open-sqlite.ts";
import { refuseForeign } from "../privacy.ts";
import { refusalOf } from "../refused.ts";
import { restoringIn } from "../sound.ts";
import { checkStore } from "./check.ts";
import { looked } from "./looked.ts";
import { within } from "./plain.ts";
import { sealIn } from "./sealed.ts";
import { sync } from "./written.ts";

export type Wanted = {
	readonly folder: string;
	readonly file: string;
	readonly by: string;
	readonly why: string | null;
	readonly nowMs: number;
};

const names = [
	...["tidemark.db", "tidemark.db-wal", "tidemark.db-shm"],
	...["record.key", "record.head", "record.head.next"],
];

/** Throws a StoreRefusal where it cannot be: then what was there is there still. */
export async function restore(wanted: Wanted): Promise<Restored> {
	const { folder, file } = wanted;
	const backup = looked(file);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	await refuseForeign(folder);
	const held = claim(folder);
	if (held === null) throw new StoreRefusal(runs(folder));
	try {
		const before = beforeIn(folder, backup);
		const ready = `${restoringIn(folder)}.next`;
		const line = await prepare(ready, backup, wanted, before);
		renameSync(ready, fresh(restoringIn(folder)));
		sync(folder);
		const aside = moveAside(folder, wanted.nowMs);
		moveIn(folder);
		return { backup, aside, line, ...before };
	} catch (error) {
		throw refusalOf(error, join(folder, "tidemark.db")) ?? error;
	} finally {
		held.release();
	}
}

export const runs = (folder: string): string =>
	`A Tidemark runs on ${folder}: end it first, or restore into another folder with --folder.`;

type Before = Pick<Restored, "writtenMs" | "linesLost">;

/** What can still be known of the store that is there, whatever is wrong with it. */
function beforeIn(folder: string, backup: Backup): Before {
	const file = join(folder, "tidemark.db");
	const there = statSync(file, { throwIfNoEntry: false });
	if (there === undefined) return { writtenMs: null, linesLost: null };
	const writtenMs = checkStore(folder).pulse?.atMs ?? there.mtimeMs;
	const key = within(backup.file, {}, (it) => keyFrom(sealIn(it)?.key ?? null));
	// Only of the same record, by its own seal.
	const head = typeof key === "string" ? key : headIn(folder, key);
	const linesLost = typeof head === "string" ? null : head.n - backup.lines;
	return { writtenMs, linesLost };
}

function fresh(place: string): string {
	rmSync(place, { recursive: true, force: true });
	return place;
}

/** A whole store in a folder of its own, at our schema, with its line of the record. */
async function prepare(
	ready: string,
	backup: Backup,
	wanted: Wanted,
	before: Before,
): Promise<number | null> {
	mkdirSync(fresh(ready), { mode: 0o700 });
	try {
		const file = join(ready, "tidemark.db");
		copyFileSync(backup.file, file);
		chmodSync(file, 0o600);
		within(file, { as: "own" }, (it) => {
			const seal = sealIn(it);
			if (seal !== null) putSealTexts(ready, seal);
			it.exec("DROP TABLE backup");
		});
		const store = await openSqlite({ file });
		try {
			// Who was signed out since would be signed in again.
			await store.sessions.forget(Number.MAX_SAFE_INTEGER);
			return await told(store, backup, wanted, before);
		} finally {
			await store.close();
		}
	} catch (error) {
		fresh(ready);
		throw error;
	}
}

/** Null where the record in the backup was not whole already: it goes on by being accepted, and not by this. */
async function told(
	store: Store,
	{ file, atMs, lines }: Backup,
	{ by, why, nowMs }: Wanted,
	{ writtenMs, linesLost }: Before,
): Promise<number | null> {
	const entry: RecordEntry = {
		...{ atMs: nowMs, errand: null, event: "restored", by },
		told: {
			...{ why, file: basename(file), backedUpMs: atMs, lines },
			...{ writtenMs, linesLost },
		},
	};
	try {
		return (await store.record.append(entry)).n;
	} catch (error) {
		if ((await store.record.verify()).isWhole) throw error;
		return null;
	}
}

function moveAside(folder: string, nowMs: number): string | null {
	const there = names.filter((name) => existsSync(join(folder, name)));
	if (there.length === 0) return null;
	const stamp = new Date(nowMs).toISOString().slice(0, 23).replaceAll(":", "-");
	const aside = join(folder, `before-restore-${stamp}Z`);
	mkdirSync(aside, { mode: 0o700 });
	for (const name of there) renameSync(join(folder, name), join(aside, name));
	sync(aside);
	return aside;
}

/** The store itself comes last: until then nothing opens. */
function moveIn(folder: string): void {
	const from = restoringIn(folder);
	for (const name of names.toReversed())
		if (existsSync(join(from, name)))
			renameSync(join(from, name), join(folder, name));
	sync(folder);
	fresh(from);
}
