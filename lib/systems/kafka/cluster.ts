// What does the whole cluster say now, when each node has only so long to say it?
import type { Reading, Snapshot } from "#lib/core/reading.ts";
import type { Trouble } from "#lib/core/trouble.ts";
import type { Picks } from "../setting.ts";
import { nothingConfigured } from "./connection/configured.ts";
import type { Links } from "./connection/links.ts";
import { Assignments } from "./groups/assignments.ts";
import { bystandersOf } from "./groups/bystanders.ts";
import { groupReadings } from "./groups/group-readings.ts";
import { Known } from "./groups/known.ts";
import { readMembers } from "./groups/read-members.ts";
import { Rights } from "./groups/rights.ts";
import { Roster } from "./groups/roster.ts";
import { readShare, type Share } from "./groups/share.ts";
import { Handed } from "./groups/shared-readings.ts";
import { groupsTopic, Takeovers } from "./groups/takeovers.ts";
import { Bounds } from "./positions/bounds.ts";
import {
	type Outage,
	readEnds,
	readMovedEnds,
	readStarts,
} from "./positions/ends.ts";
import { Places } from "./positions/places.ts";
import { Rules } from "./positions/rules.ts";
import { Scrutiny, type Seen } from "./positions/scrutiny.ts";
import { type Chosen, Topics } from "./positions/topics.ts";
import { outageOf, refuseNothing, troublesIn } from "./positions/troubles.ts";
import { metadata } from "./protocol/metadata.ts";
import { Times } from "./times/times.ts";

const nodeMaxMs = 3_000;
const topicsEveryMs = 30_000;
const startsEveryMs = 10_000;

export class Cluster {
	/** For looks, which come without a memory of their own. */
	readonly assignments = new Assignments();
	readonly #links: Links;
	readonly #topics: Topics;
	readonly #isChosen: Picks;
	readonly #roster = new Roster();
	readonly #known = new Known();
	readonly #bounds = new Bounds();
	readonly #takeovers = new Takeovers();
	readonly #rights = new Rights();
	readonly #handed = new Handed();
	readonly places = new Places();
	readonly rules = new Rules();
	readonly scrutiny: Scrutiny;
	readonly times: Times;
	readonly #deadlineMs: number;
	#startsReadMs = Number.NEGATIVE_INFINITY;

	constructor(
		links: Links,
		deadlineMs: number,
		chosen: Chosen = nothingConfigured,
	) {
		this.#links = links;
		this.#topics = new Topics(chosen);
		this.#isChosen = chosen.groups;
		this.times = new Times(this.#topics, this.rules);
		this.scrutiny = new Scrutiny(this.#topics, this.rules, this.times);
		this.#deadlineMs = deadlineMs;
	}

	/** Positions before ends: a reader that overtook an older end is caught up, but one behind a newer position would be ahead. */
	async read(): Promise<Snapshot> {
		this.#known.begin();
		const startMs = performance.now();
		// A tenth is kept for our own work, so that the answer comes within the deadline and not at it.
		const untilMs = startMs + 0.9 * this.#deadlineMs;
		const nodesUntilMs = startMs + Math.min(nodeMaxMs, 0.6 * this.#deadlineMs);
		const where = metadata([groupsTopic, ...this.#topics.leaderless()]);
		const cluster = await this.#links.first(where, nodesUntilMs);
		this.#links.settle(cluster.nodes);
		this.#takeovers.follow(cluster.topics);
		this.#topics.follow(cluster.topics);
		const [shares] = await Promise.all([
			this.#readShares(nodesUntilMs),
			startMs - this.#topics.readMs >= topicsEveryMs || this.#topics.isDoubted
				? this.#readTopics(nodesUntilMs)
				: null,
		]);
		refuseNothing(shares);
		const outage = outageOf(shares);
		await Promise.all([
			this.#readEnds(shares, outage, untilMs),
			readMembers(shares, {
				...{ links: this.#links, roster: this.#roster, untilMs },
				...{ assignments: this.assignments, isRead: this.#bounds.isRead },
			}),
			this.#rights.read(this.#links, shares, untilMs),
		]);
		const troubles = troublesIn(shares, outage, cluster);
		const seen = await this.scrutiny.read(this.#said(shares, outage), shares, {
			...{ links: this.#links, outage, untilMs },
			isWhole: troubles.length === 0,
		});
		return this.#snapshot(shares, seen, troubles);
	}

	#readShares(untilMs: number): Promise<Share[]> {
		this.#bounds.begin();
		const [bounds, takeovers] = [this.#bounds, this.#takeovers];
		const { positionsOf } = this.#known;
		const asking = { bounds, takeovers, positionsOf, isChosen: this.#isChosen };
		const ask = [...this.#links.nodes].map(([node, link]) =>
			readShare(node, { ...asking, link, untilMs }),
		);
		return Promise.all(ask);
	}

	/** A failure is forgiven while an older answer is there. */
	async #readTopics(untilMs: number): Promise<void> {
		try {
			const { topics } = await this.#links.first(metadata(null), untilMs);
			this.#topics.settle(topics);
		} catch (error) {
			if (this.#topics.readMs < 0) throw error;
			this.#topics.isDoubted = true;
		}
	}

	async #readEnds(
		shares: readonly Share[],
		outage: Outage,
		untilMs: number,
	): Promise<void> {
		const groups = shares.flatMap(({ positions, shared }) => [
			...positions,
			...shared,
		]);
		const links = this.#links;
		let { topics, isNews } = this.#topics.want(groups);
		if (isNews) {
			await this.#readTopics(untilMs);
			({ topics } = this.#topics.want(groups));
		}
		if (await readEnds({ links, topics, outage, untilMs })) {
			await this.#readTopics(untilMs);
			({ topics } = this.#topics.want(groups));
			await readMovedEnds({ links, topics, outage, untilMs });
		}
		const positions = shares.flatMap((share) => share.positions);
		this.times.saw(positions, topics, Date.now(), performance.now());
		const nowMs = performance.now();
		const isDue = nowMs - this.#startsReadMs >= startsEveryMs;
		if (isDue) this.#startsReadMs = nowMs;
		const which = isDue ? "all" : "unknown";
		await Promise.all([
			readStarts(
				{ links, topics, outage, untilMs },
				which,
				this.times.isPressing,
			),
			this.rules.read(links, topics, untilMs),
		]);
		await this.times.refine(positions, topics, { links, outage, untilMs });
	}

	#said(shares: readonly Share[], outage: Outage): readonly Reading[] {
		return groupReadings(shares, {
			...{ topics: this.#topics, roster: this.#roster, known: this.#known },
			...{ handed: this.#handed, places: this.places, outage },
			atMs: Date.now(),
		});
	}

	#snapshot(
		shares: readonly Share[],
		seen: Seen,
		troubles: readonly Trouble[],
	): Snapshot {
		const atMs = Date.now();
		const readings = seen.readings.map((one) => this.times.laidOver(one, atMs));
		const complete = this.#known.settle(shares, troubles.length === 0);
		if (complete) {
			const listed = shares.flatMap(({ groups }) => groups);
			this.#roster.keep(listed);
			const names = new Set(listed.map(({ group }) => group));
			const all = [this.assignments, this.times, this.places, this.#bounds];
			for (const known of [...all, this.#takeovers]) known.keep(names);
		}
		return {
			...{ readings, complete, version: this.#links.release },
			...{ ownShare: null, connections: null, standing: [] },
			bystanders: bystandersOf(shares, readings, this.#roster),
			gone: complete ? seen.gone : [],
			troubles: [
				...[...troubles, ...this.#bounds.troubles(), ...seen.troubles],
				...this.#rights.missing({
					...{ shares, topics: this.#topics.named },
					refused: this.#roster.refused(),
				}),
			],
		};
	}
}
