// Which words does the product need on screen? Every language must have all of them: a missing one fails the type check.
import type { Amount } from "#lib/core/amount.ts";
import type { MemberMark } from "#lib/core/look.ts";
import type { EvidenceCode, MemberVerdict } from "#lib/core/member.ts";
import type { NoteCode } from "#lib/core/note.ts";
import type { SettingCode } from "#lib/core/setting.ts";
import type { TroubleCode } from "#lib/core/trouble.ts";
import type { ReasonCode, Verdict } from "#lib/core/verdict.ts";
import type { Language } from "../language.ts";
import type { ProblemKey, RareKey } from "../problems.ts";
import type { AccessWords } from "./access.ts";
import type { ActivityWords } from "./activity.ts";
import type { AlertsWords } from "./alerts.ts";
import type { BesideWords } from "./beside.ts";
import type { BrokerWords } from "./broker.ts";
import type { CleanUpWords } from "./clean-up.ts";
import type { EntryWords } from "./entry.ts";
import type { HistoryWords } from "./history.ts";
import type { PendingWords } from "./pending.ts";
import type { RulesWords } from "./rules.ts";
import type { SignInWords } from "./sign-in.ts";

export type Values = Readonly<Record<string, string | number>>;
type Say = (values: Values) => string;

export type Words = {
	readonly language: Language;
	readonly verdicts: Readonly<Record<Verdict, string>>;
	readonly reasons: Readonly<Record<ReasonCode, Say>>;
	readonly notes: Readonly<Record<NoteCode, Say>>;
	/** What is wrong with a broker, without its name: "refuses the password". */
	readonly troubles: Readonly<Record<TroubleCode, string>>;
	/** A sentence that says what to check then. */
	readonly checks: Readonly<Record<TroubleCode, string>>;
	readonly problems: Readonly<Record<Exclude<ProblemKey, RareKey>, Say>>;
	readonly rareProblems: Readonly<Record<RareKey, Say>>;
	readonly numbers: {
		count(n: number): string;
		amount(value: Amount): string;
		pace(perSecond: number): string;
		/** A pace with its bound. */
		flow(perSecond: Amount): string;
		roughly(n: number): string;
		duration(seconds: number): string;
		precisely(seconds: number): string;
		/** A duration in seconds, with its bound. */
		lasting(seconds: Amount): string;
		bytes(n: number): string;
		/** Of a share of one. */
		percent(share: number): string;
		largest(seconds: number): string;
		clock(ms: number): string;
		moment(ms: number, nowMs: number): string;
		/** Without the time of day. */
		date(ms: number): string;
		/** How far the shown zone lies ahead of UTC then. */
		zoneMs(ms: number): number;
		wholly(ms: number): string;
		/** What the zone of all times is called at that moment. */
		zone(ms: number): string;
		ago(seconds: number): string;
		/** What a screen reader hears where a dash stands. */
		readonly notKnown: string;
	};
	readonly bar: {
		readonly main: string;
		readonly board: string;
		readonly alerts: string;
		firing(n: number): string;
		readonly wall: string;
		readonly activity: string;
		readonly people: string;
		readonly live: string;
		paused(atMs: number): string;
		readonly pauseTitle: string;
		readonly liveTitle: string;
		readonly theme: string;
		readonly themes: {
			readonly system: string;
			readonly light: string;
			readonly dark: string;
		};
		readonly language: string;
		readonly toContent: string;
		readonly keys: string;
		readonly find: string;
		/** The zone by its long name; `isLocal` where it is the machine's own. */
		zoneTitle(zone: string, isLocal: boolean): string;
	};
	readonly strip: {
		readonly brokers: string;
		late(seconds: number): string;
		silent(seconds: number): string;
		readonly never: string;
		every(seconds: number): string;
		last(ms: number): string;
		/** Where no other broker stands before these. */
		all(n: number): string;
		others(n: number): string;
		readonly open: string;
		said(detail: string): string;
		part(part: string, trouble: string): string;
	};
	readonly banner: {
		nothingNew(seconds: number): string;
		collector(sinceMs: number): string;
		readonly collectorNever: string;
		readonly offline: string;
		readonly server: string;
		valuesFrom(ms: number): string;
		readonly partly: string;
		readonly noRoom: string;
		readonly noRoomMeans: string;
		readonly damaged: string;
		readonly damagedMeans: string;
	};
	readonly board: BoardWords;
	readonly members: MemberWords;
	/** What a verdict of a member rests on. */
	readonly evidence: Readonly<Record<EvidenceCode, Say>>;
	readonly subscription: SubscriptionWords;
	readonly brokerPage: BrokerWords;
	readonly history: HistoryWords;
	readonly beside: BesideWords;
	readonly pending: PendingWords;
	readonly cleanUp: CleanUpWords;
	readonly activity: ActivityWords;
	readonly alerts: AlertsWords;
	readonly rules: RulesWords;
	readonly entry: EntryWords;
	readonly signIn: SignInWords;
	readonly access: AccessWords;
	readonly trouble: {
		readonly title: string;
		readonly again: string;
		readonly partGone: string;
		readonly reload: string;
		readonly missingPage: string;
		readonly toBoard: string;
	};
};

export type BoardWords = {
	readonly title: string;
	readonly summary: string;
	readonly filter: string;
	readonly filterExample: string;
	readonly clear: string;
	readonly columns: {
		readonly verdict: string;
		readonly subscription: string;
		readonly lag: string;
		readonly spark: string;
		readonly in: string;
		readonly out: string;
		readonly holding: string;
		readonly members: string;
		readonly forecast: string;
		readonly reason: string;
	};
	readonly lagOnPhone: string;
	readonly trends: {
		readonly up: string;
		readonly down: string;
		readonly flat: string;
	};
	spark(from: number, to: number): string;
	readonly sparkNone: string;
	readonly none: string;
	live(live: Amount, registered: number): string;
	registered(n: number): string;
	forecast: {
		loses(seconds: number): string;
		wasDue(ms: number, nowMs: number): string;
		readonly lost: string;
		drained(seconds: number): string;
		drainedBetween(lowSeconds: number, highSeconds: number): string;
		readonly growing: string;
		readonly steady: string;
		readonly caughtUp: string;
	};
	/** For those who listen: the first few by name, and how many more. */
	changed(
		rows: readonly { readonly name: string; readonly verdict: string }[],
		more: number,
	): string;
	valuesFrom(ms: number, nowMs: number): string;
	healthyBelow(n: number): string;
	total(n: number, order: string): string;
	readonly orders: Readonly<
		Record<"gravity" | "lag" | "holding" | "name" | "broker" | "margin", string>
	>;
	sortBy(column: string): string;
	held(n: number): string;
	readonly apply: string;
	readonly fold: FoldWords;
	/** With how many rows are selected. */
	cleanUp(picked: number): string;
	readonly chooseColumns: string;
	readonly take: {
		readonly label: string;
		command(line: string): string;
		readonly noCommand: string;
	};
	readonly keys: {
		readonly move: string;
		readonly open: string;
		readonly filter: string;
		readonly ask: string;
		readonly keys: string;
	};
	readonly loading: string;
	readonly noMatch: string;
	noMatchFilter(filter: string): string;
	readonly noRows: string;
	readonly noRowsWhy: string;
	brokerTrouble(broker: string, trouble: string): string;
};

/** What is said of the rows of one family. */
export type FoldWords = {
	readonly switch: string;
	readonly switchTitle: string;
	rows(rows: number, of: number): string;
	rowsBriefly(rows: number, of: number): string;
	/** How many have a verdict, told in the words of this language. */
	counted(n: number, verdict: string): string;
	gravest(n: number, rows: number, sentence: string): string;
	readonly added: string;
	readonly coming: string;
	more(n: number): string;
	tooMany(n: number): string;
};

export type MemberWords = {
	readonly verdicts: Readonly<Record<MemberVerdict, string>>;
	registered(n: number): string;
	live(live: Amount): string;
	count(n: number, verdict: MemberVerdict): string;
};

export type SubscriptionWords = {
	readonly copyCommand: string;
	readonly copiedCommand: string;
	since(moment: string, duration: string): string;
	readonly lag: string;
	readonly timeLag: string;
	readonly holding: string;
	readonly pace: string;
	readonly members: string;
	readonly waiting: string;
	/** Where readers form no group. */
	readonly untaken: string;
	/** Against an hour ago; below zero where it is less. */
	sinceHour(change: number): string;
	readonly timeLagNote: string;
	readonly margin: string;
	readonly marginNote: string;
	readonly marginNone: string;
	readonly marginKept: string;
	oldest(duration: string): string;
	readonly nothingHeld: string;
	readonly holdingNote: string;
	/** Up to how long is usual. */
	usual(duration: string): string;
	readonly usualUnknown: string;
	readonly notHeld: string;
	inOut(arrivals: string, departures: string): string;
	readonly paceUnknown: string;
	registered(n: number): string;
	readonly liveNotKnown: string;
	heard(seconds: number, readings: number, windowSeconds: number): string;
	valuesFrom(ms: number, nowMs: number): string;
	readonly history: string;
	readonly partitions: string;
	partitionCount(total: number): string;
	lagOf(total: number): string;
	readonly notMoved: string;
	readonly byNumber: string;
	readonly byNumberHeat: string;
	stuckOf(n: number): string;
	readonly partitionStates: Readonly<
		Record<"caught up" | "moves" | "rests" | "stuck", string>
	>;
	readonly settings: string;
	readonly settingNames: Readonly<Record<SettingCode, string>>;
	readonly settingWords: Readonly<
		Record<
			| "unbounded"
			| "yes"
			| "no"
			| "producer"
			| "broker"
			| "drops oldest"
			| "refuses",
			string
		>
	>;
	readonly columns: {
		readonly partition: string;
		readonly owner: string;
		readonly lag: string;
		readonly timeLag: string;
		readonly margin: string;
		readonly moved: string;
		readonly state: string;
		readonly position: string;
		readonly end: string;
		readonly member: string;
		readonly client: string;
		readonly host: string;
		readonly owns: string;
		readonly holding: string;
		readonly idle: string;
		readonly verdict: string;
		readonly evidence: string;
		readonly oldestHeld: string;
		readonly connection: string;
		readonly connected: string;
		readonly output: string;
		readonly ofLimit: string;
		readonly behind: string;
	};
	readonly work: string;
	readonly inProgress: string;
	readonly subscribers: string;
	readonly subscribersNote: string;
	/** The broker does not say which of them hear one channel. */
	couldListen(n: number): string;
	readonly noSubscribers: string;
	readonly keepsUp: string;
	shown(seconds: number): string;
	readonly asking: string;
	readonly askAgain: string;
	readonly noPartitions: string;
	readonly noMembers: string;
	readonly allMembers: string;
	readonly whichMembers: string;
	mostLagging(n: number, total: number): string;
	readonly memberMarks: Readonly<Record<MemberMark, string>>;
	page(from: number, to: number, total: number): string;
	readonly previous: string;
	readonly next: string;
	readonly gone: string;
	readonly goneWhy: string;
};
