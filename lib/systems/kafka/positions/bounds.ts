// How much of a very large cluster is read? So much that its memory is bounded; the rest is left out, and said to be.
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";

type Weight = {
	readonly groups: number;
	readonly subscriptions: number;
	readonly positions: number;
};

/** Measured with 100,000 positions: each takes about 400 bytes with all that is remembered of it, and a subscription 6 kB. */
const usual: Weight = {
	groups: 20_000,
	subscriptions: 40_000,
	positions: 500_000,
};

/** Of a group nobody has read yet. */
const guess: Weight = { groups: 1, subscriptions: 1, positions: 50 };

type Answer = {
	readonly group: string;
	readonly topics: readonly {
		readonly positions: { readonly length: number };
	}[];
};

export class Bounds {
	readonly #most: Weight;
	readonly #weights = new Map<string, Weight>();
	#read: ReadonlySet<string> = new Set();
	#reading = new Set<string>();
	#room: Weight;
	/** What the answers of this tick hold. */
	#held = 0;
	#leftOut = 0;

	constructor(most = usual) {
		this.#most = most;
		this.#room = most;
	}

	/** Whoever was read before is read again, so that the board stays the same; but no more than now fits. */
	begin(): void {
		this.#read = this.#reading;
		this.#reading = new Set();
		this.#room = this.#most;
		this.#held = 0;
		this.#leftOut = 0;
		for (const group of this.#read) this.#join(group);
	}

	admit(listed: readonly ListedGroup[]): readonly ListedGroup[] {
		const admitted = listed.filter(({ group }) => this.#join(group));
		this.#leftOut += listed.length - admitted.length;
		return admitted;
	}

	readonly isRead = ({ group }: ListedGroup): boolean =>
		this.#reading.has(group);

	/** Whether this answer is kept: many groups at once can turn out larger than anybody guessed. */
	readonly keeps = ({ group, topics }: Answer): boolean => {
		const positions = topics.reduce((sum, it) => sum + it.positions.length, 0);
		const subscriptions = topics.length;
		this.#weights.set(group, { groups: 1, subscriptions, positions });
		const isKept = this.#held + positions <= this.#most.positions;
		if (isKept) this.#held += positions;
		else {
			this.#reading.delete(group);
			this.#leftOut++;
		}
		return isKept;
	};

	/** Forgets every group but these. */
	keep(groups: ReadonlySet<string>): void {
		for (const group of this.#weights.keys())
			if (!groups.has(group)) this.#weights.delete(group);
		for (const group of this.#reading)
			if (!groups.has(group)) this.#reading.delete(group);
	}

	troubles(): readonly Trouble[] {
		if (this.#leftOut === 0) return [];
		const { groups, subscriptions, positions } = this.#most;
		const most = `${groups} groups, ${subscriptions} subscriptions or ${positions} positions are the most that is read`;
		return [
			trouble("too much", `${this.#leftOut} groups are left out: ${most}`),
		];
	}

	#join(group: string): boolean {
		if (this.#reading.has(group)) return true;
		const weight = this.#weights.get(group) ?? guess;
		const room = {
			groups: this.#room.groups - weight.groups,
			subscriptions: this.#room.subscriptions - weight.subscriptions,
			positions: this.#room.positions - weight.positions,
		};
		if (Math.min(room.groups, room.subscriptions, room.positions) < 0)
			return false;
		this.#room = room;
		this.#reading.add(group);
		return true;
	}
}
