// How is the file spoken to? Prepared statements, transactions that begin as what they are, and patience while another process writes.
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { setTimeout as after } from "node:timers/promises";
import { StoreFull } from "../full.ts";
import { StoreRefusal } from "../refusal.ts";
import { StoreDamaged } from "../unusable.ts";
import { teachScopes } from "./scope.ts";

export type Value = string | number | null | Uint8Array;
export type Cells = Readonly<Record<string, unknown>>;

export type Connection = {
	all(sql: string, ...values: readonly Value[]): readonly Cells[];
	one(sql: string, ...values: readonly Value[]): Cells | null;
	/** How many rows were changed. */
	run(sql: string, ...values: readonly Value[]): number;
	exec(sql: string): void;
	/** Begins as a writer: a transaction that only later wants to write fails when somebody else wrote in between. */
	writing<T>(work: () => T): T;
	/** Everything read inside is of one moment. */
	reading<T>(work: () => T): T;
	/** From now on, for so long a statement waits for others, and everything in this process with it. */
	waits(ms: number): void;
	close(): void;
};

export const patienceMs = 5_000;
const statementsMax = 200;

export async function connect(file: string): Promise<Connection> {
	const database = new DatabaseSync(file, { timeout: patienceMs });
	try {
		await prepareFile(database, file);
	} catch (error) {
		database.close();
		throw error;
	}
	teachScopes(database);
	return connectionOf(database);
}

async function prepareFile(database: DatabaseSync, file: string) {
	const mode = await enterWal(database);
	if (mode !== "wal")
		throw new StoreRefusal(
			`${file} lies where files cannot be shared between processes: name a folder on a local disk.`,
		);
	database.exec("PRAGMA synchronous = NORMAL");
	database.exec("PRAGMA cache_size = -8000");
	database.exec("PRAGMA journal_size_limit = 67108864");
	database.exec("PRAGMA temp_store = MEMORY");
}

/** The one step that does not always wait by itself when processes open a new file at once: 5 of 300 tries failed. */
async function enterWal(database: DatabaseSync) {
	const deadline = performance.now() + patienceMs;
	for (;;) {
		try {
			return database.prepare("PRAGMA journal_mode = WAL").get()?.journal_mode;
		} catch (error) {
			if (!isBusy(error) || performance.now() > deadline) throw error;
			await after(10);
		}
	}
}

const busy = 5;
const full = 13;
/** A file that may not grow any further fails as a write, where a full disk says that it is full. */
const failedWrites = [778, 4874];

/** The low byte is the class of an error; the rest says which kind of it. */
function codeOf(error: unknown): number | null {
	return error instanceof Error &&
		"errcode" in error &&
		typeof error.errcode === "number"
		? error.errcode & 0xff
		: null;
}

export function isFull(error: unknown): boolean {
	if (codeOf(error) === full) return true;
	const whole = error instanceof Error && "errcode" in error && error.errcode;
	return failedWrites.some((code) => code === whole);
}

const corrupt = [11, 26];
/** The file ends before it should. */
const shortRead = 522;

/** What the engine says of the file, as the rest of the program knows it. */
function told(error: unknown): unknown {
	if (isFull(error)) return new StoreFull(full);
	const whole = error instanceof Error && "errcode" in error && error.errcode;
	const isDamaged = corrupt.some((code) => code === codeOf(error));
	return isDamaged || whole === shortRead
		? new StoreDamaged(Number(whole))
		: error;
}

function telling<T>(work: () => T): T {
	try {
		return work();
	} catch (error) {
		throw told(error);
	}
}

export const isBusy = (error: unknown): boolean => codeOf(error) === busy;

/** Of a database that somebody opened. */
export function connectionOf(database: DatabaseSync): Connection {
	const statements = new Map<string, StatementSync>();
	const prepared = (sql: string): StatementSync => {
		const known = statements.get(sql);
		if (known) return known;
		if (statements.size >= statementsMax) statements.clear();
		const statement = database.prepare(sql);
		statements.set(sql, statement);
		return statement;
	};
	const within = <T>(begin: string, work: () => T): T => {
		prepared(begin).run();
		try {
			const result = work();
			prepared("COMMIT").run();
			return result;
		} catch (error) {
			if (database.isTransaction) prepared("ROLLBACK").run();
			throw told(error);
		}
	};
	return {
		all: (sql, ...values) => telling(() => prepared(sql).all(...values)),
		one: (sql, ...values) =>
			telling(() => prepared(sql).get(...values) ?? null),
		run: (sql, ...values) =>
			telling(() => Number(prepared(sql).run(...values).changes)),
		exec: (sql) => telling(() => database.exec(sql)),
		waits: (ms) => database.exec(`PRAGMA busy_timeout = ${ms}`),
		writing: (work) => within("BEGIN IMMEDIATE", work),
		reading: (work) => within("BEGIN", work),
		close() {
			statements.clear();
			if (database.isOpen) database.close();
		},
	};
}
