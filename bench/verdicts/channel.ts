// What goes on in a channel and its group? A model that knows what nobody who watches can see.
import type { Chance } from "./chance.ts";
import { type Day, type Event, minute } from "./day.ts";
import { Log } from "./log.ts";

const rejoinMs = 30_000;

export class Channel {
	readonly day: Day;
	readonly log: Log;
	nowMs = 0;
	/** What was truly read, and what of that was committed. */
	readonly reads: Float64Array;
	readonly commits: Float64Array;
	/** 1 where a commit was made in this step, of a new position or of the old one. */
	readonly committed: Uint8Array;
	/** 0 where whoever should read a partition cannot. */
	readonly able: Uint8Array;
	registered: number;
	/** Of the message that fails each time; and since when it, or what the dead took, is held. */
	deliveries = 0;
	heldSinceMs: number | null = null;
	setBacks = 0;
	removed = 0;
	/** Where each partition may not be read beyond: a transaction, or a message on which every reader fails. */
	readonly barriers: Float64Array;
	readonly #chance: Chance;
	readonly #budgets: Float64Array;
	readonly #nextCommitMs: Float64Array;
	readonly #begun = new Set<Event>();
	readonly #victim: number;
	#nextSetBackMs = 0;
	#turn = 0;
	#wasRound = false;

	constructor(day: Day, chance: Chance) {
		this.day = day;
		this.#chance = chance;
		this.log = new Log(day, chance);
		const count = day.partitions;
		this.reads = this.log.ends.slice();
		this.commits = this.reads.map((position) => position - day.leaves);
		this.committed = new Uint8Array(count);
		this.able = new Uint8Array(count).fill(1);
		this.barriers = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
		this.registered = day.members;
		this.#budgets = new Float64Array(count);
		this.#victim = chance.whole(0, count - 1);
		for (let p = 0; p < count; p++)
			this.log.ends[p] =
				(this.log.ends[p] ?? 0) +
				Math.round(day.backlog * (this.log.shares[p] ?? 0));
		this.#nextCommitMs = new Float64Array(day.members).map(() =>
			chance.between(0, day.commitEveryMs),
		);
	}

	is(what: Event["what"], longerMs = 0): boolean {
		const isNow = ({ fromMs, untilMs }: Event) =>
			fromMs <= this.nowMs && this.nowMs < untilMs + longerMs;
		return this.day.events.some((it) => it.what === what && isNow(it));
	}

	/** Nobody reads now because that is how this group works. */
	rests(): boolean {
		return !this.day.reads(this.nowMs);
	}

	step(): void {
		this.nowMs += this.day.everyMs;
		this.committed.fill(0);
		for (const event of this.day.events)
			if (event.fromMs <= this.nowMs && !this.#begun.has(event))
				this.#begin(event);
		if (!this.is("broker away")) this.log.write(this.nowMs);
		this.removed += this.log.age(this.nowMs, this.reads);
		this.#settle();
		if (!this.#isInterrupted() && !this.rests()) this.#read();
		if (this.is("set back")) this.#goBack();
		this.#commit();
	}

	#begin(event: Event): void {
		const { what } = event;
		const { ends } = this.log;
		this.#begun.add(event);
		if (what === "poison")
			this.barriers[this.#victim] = ends[this.#victim] ?? 0;
		if (what === "transaction left open") this.barriers.set(ends);
		if (what === "delivered again and again") this.deliveries = 1;
		if (what === "held by the dead" || this.deliveries === 1)
			this.heldSinceMs = this.nowMs;
		if (what === "removed") this.removed += this.log.cut();
		if (what !== "made again") return;
		this.log.clear();
		this.reads.fill(0);
		this.commits.fill(0);
	}

	/** Who is there, and who of them can read what. */
	#settle(): void {
		const left = this.rests() && this.day.leavesBetween;
		const gone = this.is("readers gone") || left;
		const frozen = this.is("readers frozen") || this.is("not subscribed");
		const missed = this.nowMs >= this.day.missesFromMs;
		this.able.fill(gone || frozen || missed ? 0 : 1);
		if (this.is("partition frozen")) this.able[this.#victim] = 0;
		for (let p = 0; p < this.able.length; p++)
			if ((this.reads[p] ?? 0) >= (this.barriers[p] ?? 0)) this.able[p] = 0;
		// A member that died is listed until the broker misses it.
		const isMissed = this.#chance.next() < this.day.everyMs / 20_000;
		if (!gone) this.registered = this.day.members;
		else if (isMissed) this.registered = 0;
	}

	#isInterrupted(): boolean {
		// Whoever reads poison fails, comes back, and everybody shares out anew.
		const fails =
			this.is("poison") &&
			(this.reads[this.#victim] ?? 0) >= (this.barriers[this.#victim] ?? 0) &&
			this.nowMs % minute < 20_000;
		return (
			fails ||
			this.is("rebalance") ||
			this.is("broker away", rejoinMs) ||
			this.is("upset")
		);
	}

	#read(): void {
		const { capacity, everyMs } = this.day;
		const share = (capacity * everyMs) / 1000;
		if (this.day.isJobs) this.#work(share / this.reads.length);
		else this.#pass(share);
		if (this.deliveries > 0 && this.#chance.next() < everyMs / 45_000)
			this.deliveries++;
	}

	#work(share: number): void {
		for (let p = 0; p < this.reads.length; p++) {
			const isIdle = (this.log.ends[p] ?? 0) <= (this.reads[p] ?? 0);
			const done = isIdle ? 0 : (this.#budgets[p] ?? 0) + share;
			this.#budgets[p] = done - this.#take(p, Math.floor(done), done);
		}
	}

	/** First each partition its part, in turn; then whichever has more to read. */
	#pass(share: number): void {
		const count = this.reads.length;
		let left = Math.min((this.#budgets[0] ?? 0) + share, share + 1);
		for (const part of [left / count, left])
			for (let k = 0; k < count && left >= 1; k++) {
				left -= this.#take(this.#turn, part, left);
				this.#turn = (this.#turn + 1) % count;
			}
		this.#budgets[0] = left;
	}

	#take(p: number, part: number, left: number): number {
		if (this.able[p] === 0) return 0;
		const { starts, ends } = this.log;
		const from = Math.max(this.reads[p] ?? 0, starts[p] ?? 0);
		const limit = Math.min(ends[p] ?? 0, this.barriers[p] ?? 0);
		const most = Math.min(limit - from, Math.ceil(part), Math.floor(left));
		this.reads[p] = from + Math.max(0, most);
		return Math.max(0, most);
	}

	#goBack(): void {
		if (this.nowMs < this.#nextSetBackMs) return;
		this.#nextSetBackMs = this.nowMs + this.#chance.between(2, 4) * minute;
		this.setBacks++;
		const back = this.day.arrivals(this.nowMs) * 120;
		for (let p = 0; p < this.reads.length; p++) {
			const to = (this.reads[p] ?? 0) - back * (this.log.shares[p] ?? 0) - 1;
			this.reads[p] = Math.max(0, Math.floor(to));
			this.commits[p] = this.reads[p] ?? 0;
		}
	}

	#commit(): void {
		const { members, commitEveryMs, leaves, isBatch } = this.day;
		const isRound = !this.rests();
		const ended = this.#wasRound && !isRound;
		this.#wasRound = isRound;
		if (this.is("broker away") || (isBatch && !ended)) return;
		for (let m = 0; m < members; m++) {
			if (!isBatch && this.nowMs < (this.#nextCommitMs[m] ?? 0)) continue;
			this.#nextCommitMs[m] = this.nowMs + commitEveryMs;
			for (let p = m; p < this.reads.length; p += members) {
				// Somebody who is stuck with one partition goes on to commit where it stands.
				const stuck = this.is("partition frozen") && p === this.#victim;
				if (!isBatch && this.able[p] === 0 && !stuck) continue;
				const to = Math.max(0, (this.reads[p] ?? 0) - leaves);
				this.committed[p] = 1;
				this.commits[p] = Math.max(this.commits[p] ?? 0, to);
			}
		}
	}
}
