// Which coordinators have only just taken over, so that they cannot see yet all that was committed before?
import type { Link } from "../connection/link.ts";
import { latest, listOffsets } from "../protocol/list-offsets.ts";
import type { TopicPlace } from "../protocol/metadata.ts";

/** Where the cluster keeps its groups. A group whose partition of it nobody leads is listed by no node, and no node says so. */
export const groupsTopic = "__consumer_offsets";

/**
 * A coordinator answers with what it knows to be committed, and after a move it learns that last from its followers:
 * until then the latest positions and groups are missing or old, without an error (measured: 30 to 900 ms [4.3.1]).
 * Only the end of its log tells: it is refused with this code for as long.
 */
const notAvailable = 78;
/** From the node the cluster calls the leader these mean that it does not lead yet. */
const movingCodes: readonly number[] = [3, 5, 6, 74, 75];
/** Where that topic is not for our eyes, a group that moved is not believed for so long. */
const movesWithinMs = 5_000;

type Answer = { readonly epoch: number; readonly code: number };
type Home = { readonly node: number; readonly sinceMs: number };
type Asking = { readonly link: Pick<Link, "ask">; readonly untilMs: number };
type Grouped = { readonly group: string };

export class Takeovers {
	#id = "";
	#leaders: Int32Array = new Int32Array();
	#epochs: Int32Array = new Int32Array();
	/** By partition and node. */
	readonly #answers = new Map<string, Answer>();
	#homes = new Map<string, Home>();

	/** Of two nodes that disagree the one with the later election is right. */
	follow(places: readonly TopicPlace[]): void {
		const { id, leaders, epochs } = places.find(
			({ topic }) => topic === groupsTopic,
		) ?? { id: "", leaders: new Int32Array(), epochs: new Int32Array() };
		if (id !== this.#id || leaders.length !== this.#leaders.length) {
			this.#id = id;
			this.#leaders = leaders.slice();
			this.#epochs = epochs.slice();
			this.#answers.clear();
			return;
		}
		for (let p = 0; p < leaders.length; p++) {
			const epoch = epochs[p] ?? -1;
			if (epoch < (this.#epochs[p] ?? -1)) continue;
			this.#epochs[p] = epoch;
			this.#leaders[p] = leaders[p] ?? -1;
		}
	}

	/** Asked before its list is, for what a node cannot see it leaves out of that as well. */
	async askOwn(node: number, asking: Asking): Promise<void> {
		const own = [...this.#leaders.keys()].filter(
			(p) => this.#leaders[p] === node,
		);
		await this.#ask(node, own, asking);
	}

	/** For groups that moved here since the cluster was asked who leads. */
	async askFor(
		node: number,
		groups: readonly Grouped[],
		nowMs: number,
		asking: Asking,
	): Promise<void> {
		if (this.#leaders.length === 0) {
			for (const { group } of groups) this.#found(group, node, nowMs);
			return;
		}
		const all = new Set(groups.map(({ group }) => this.#partitionOf(group)));
		const moved = [...all].filter((p) => this.#leaders[p] !== node);
		await this.#ask(node, moved, asking);
	}

	/** The code for why this node's word on the group does not count yet, or 0. */
	doubtOf(group: string, node: number, nowMs: number): number {
		if (this.#leaders.length > 0)
			return this.#doubt(this.#partitionOf(group), node);
		const sinceMs = this.#homes.get(group)?.sinceMs ?? nowMs - movesWithinMs;
		return nowMs - sinceMs < movesWithinMs ? notAvailable : 0;
	}

	/** The code for why this node may leave out groups, or 0. */
	doubtAt(node: number): number {
		const codes = [...this.#leaders.keys()].map((p) =>
			this.#leaders[p] === node ? this.#doubt(p, node) : 0,
		);
		return codes.find((code) => code !== 0) ?? 0;
	}

	/** Forgets every group but these. */
	keep(groups: ReadonlySet<string>): void {
		for (const group of this.#homes.keys())
			if (!groups.has(group)) this.#homes.delete(group);
	}

	#found(group: string, node: number, nowMs: number): void {
		const home = this.#homes.get(group);
		if (home?.node === node) return;
		const sinceMs = home ? nowMs : nowMs - movesWithinMs;
		this.#homes.set(group, { node, sinceMs });
	}

	async #ask(
		node: number,
		partitions: readonly number[],
		{ link, untilMs }: Asking,
	): Promise<void> {
		const open = partitions.filter(
			(p) => this.#isNew(p, node) || this.#doubt(p, node) !== 0,
		);
		if (open.length === 0) return;
		const asked = [{ topic: groupsTopic, partitions: open }];
		const epochs = this.#epochs.slice();
		for (const answer of await link.ask(listOffsets(asked, latest), untilMs))
			answer.partitions.forEach((p, i) => {
				const code = answer.codes[i] ?? 0;
				this.#answers.set(`${p} ${node}`, { epoch: epochs[p] ?? -1, code });
			});
	}

	#isNew(partition: number, node: number): boolean {
		const answer = this.#answers.get(`${partition} ${node}`);
		return answer?.epoch !== this.#epochs[partition];
	}

	/** A system that lays its groups out otherwise calls a node no leader that is none, which is no reason for doubt. */
	#doubt(partition: number, node: number): number {
		const code = this.#answers.get(`${partition} ${node}`)?.code ?? 0;
		const isMoving =
			this.#leaders[partition] === node && movingCodes.includes(code);
		return code === notAvailable || isMoving ? code : 0;
	}

	#partitionOf(group: string): number {
		return partitionOf(group, this.#leaders.length);
	}
}

/** The broker's own rule, which is that of its language for the hash of a text. */
export function partitionOf(group: string, partitions: number): number {
	let hash = 0;
	for (let i = 0; i < group.length; i++)
		hash = (Math.imul(31, hash) + group.charCodeAt(i)) | 0;
	return (hash === -(2 ** 31) ? 0 : Math.abs(hash)) % partitions;
}
