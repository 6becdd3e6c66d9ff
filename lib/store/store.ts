// What must a store promise? The port between the collector, the web and whatever keeps their rows.
import type { BrokerFact, Row, SystemWords } from "#lib/core/board.ts";
import type { KnownBystanders } from "#lib/core/bystander.ts";
import type { Filter } from "#lib/core/filter/filter.ts";
import type { Fold } from "#lib/core/fold.ts";
import type { Gone, GoneMark } from "#lib/core/gone.ts";
import type { HistoryFact, HistoryTick } from "#lib/core/history.ts";
import type { Scope } from "#lib/core/people/scope.ts";
import type { Verdict } from "#lib/core/verdict.ts";
import type {
	GuessStore,
	NameStore,
	PeopleStore,
	SessionStore,
} from "./access-port.ts";
import type { AlertStore } from "./alert-port.ts";
import type { CleanUpStore } from "./clean-up-port.ts";
import type { ErrandStore } from "./errand-port.ts";
import type { HistoryStore } from "./history-port.ts";
import type { RecordStore } from "./record-port.ts";

export type Store = {
	readonly board: BoardStore;
	readonly history: HistoryStore;
	readonly errands: ErrandStore & CleanUpStore;
	readonly alerts: AlertStore;
	readonly record: RecordStore;
	readonly sessions: SessionStore;
	readonly names: NameStore;
	readonly people: PeopleStore;
	readonly guesses: GuessStore;
	readonly pulse: PulseStore;
	close(): Promise<void>;
};

/** What one tick changes, written in one transaction or not at all. */
export type TickWrite = {
	readonly broker: BrokerFact;
	/** Rows that are new or changed; rows that are not named stay as they are. */
	readonly rows: readonly Row[];
	/** Subscriptions that are gone; what is known of that is kept for a week. */
	readonly gone: readonly GoneMark[];
	/** All groups beside the board; left out where nothing changed. */
	readonly bystanders?: KnownBystanders;
	/** What history is to keep of it, and of ticks that could not be written before; nothing where none is kept. */
	readonly history?: readonly HistoryTick[];
};

export const boardSorts = [
	"gravity",
	"lag",
	"holding",
	"name",
	"broker",
	"margin",
] as const;
export type BoardSort = (typeof boardSorts)[number];

export type BoardQuery = {
	readonly filter: Filter;
	readonly sort: BoardSort;
	readonly limit: number;
	/** What the page before gave as `next`. */
	readonly cursor: string | null;
	/** Lines that are passed over before the page begins; none unless given. */
	readonly offset?: number;
	/** Null leaves each row a line of its own; else those of one family and group are one line. */
	readonly fold: Folding | null;
	/** Nothing else is there; left out for everything. */
	readonly scope?: Scope;
};

export type Folding = {
	/** Folds whose rows are wanted too, where they stand on this page, and how many rows of each at most. */
	readonly open: readonly { readonly id: string; readonly limit: number }[];
};

export type BoardPage = {
	/** Grows with every change of the board; a page of the same revision and query is the same page. */
	readonly rev: number;
	/** Rows that match the filter, and how many of them have each verdict. */
	readonly total: number;
	readonly counts: Readonly<Record<Verdict, number>>;
	/** Lines altogether, how many of them are wholly healthy, and the rows in those. */
	readonly lines: number;
	readonly calmLines: number;
	readonly calm: number;
	/** One row a line: of a fold the gravest that fits. */
	readonly rows: readonly Row[];
	/** What that row stands for, by its id; a row that stands for itself is not named. */
	readonly folds: Readonly<Record<string, Fold>>;
	/** Rows of the folds that were asked for, by the fold's id, in the order of the board. */
	readonly opened: Readonly<Record<string, readonly Row[]>>;
	readonly next: string | null;
};

export type RowsAfter = {
	readonly rows: readonly Row[];
	/** Where to go on, or null at the end. */
	readonly next: number | null;
};

export type BoardStore = {
	write(tick: TickWrite): Promise<void>;
	/** Keeps only these brokers and all that belongs to them, and the words of the systems known. */
	settle(
		brokers: readonly string[],
		systems: readonly SystemWords[],
	): Promise<void>;
	page(query: BoardQuery): Promise<BoardPage>;
	row(id: string): Promise<Row | null>;
	/** What went from the board within the last week, and why. */
	gone(id: string): Promise<Gone | null>;
	/** Every row of a broker, for a collector that starts again. */
	rowsOf(broker: string): Promise<readonly Row[]>;
	/** All rows in the order in which they first came, some at a time; begins after 0. */
	rowsAfter(place: number, limit: number): Promise<RowsAfter>;
	brokers(): Promise<readonly BrokerFact[]>;
	/** How many rows of each broker are in it; one without any is not named. */
	sizes(scope: Scope): Promise<ReadonlyMap<string, number>>;
	bystandersOf(broker: string): Promise<KnownBystanders>;
	systems(): Promise<readonly SystemWords[]>;
	rev(): Promise<number>;
};

export type Pulse = {
	readonly atMs: number;
	readonly startedMs: number;
	readonly everyMs: number;
	readonly history: HistoryFact;
};

export type PulseStore = {
	beat(pulse: Pulse): Promise<void>;
	last(): Promise<Pulse | null>;
};
