// How many members has each group, asked no oftener than it may have changed?
import { atLeast, atMost, exactly } from "#lib/core/amount.ts";
import {
	type BystanderMember,
	bystandersMax,
	membersMax,
} from "#lib/core/bystander.ts";
import type { Note } from "#lib/core/note.ts";
import type { Members } from "#lib/core/reading.ts";
import { describeBy } from "../protocol/describe.ts";
import { type DescribedGroup, identityOf } from "../protocol/described.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";

type Told = {
	readonly registered: number;
	readonly away: number;
	readonly mayBeDead: boolean;
	/** Has anybody a part of this topic? Null where some do not tell, or while they share out anew. */
	isAssigned(topic: string): boolean | null;
	/** Null where nobody wanted to know; of most groups that would be memory for nothing. */
	readonly named: readonly BystanderMember[] | null;
};

type Known = {
	readonly listed: ListedGroup;
	/** On the clock of `performance.now()`. */
	readonly toldMs: number;
	readonly told: Told | null;
	/** The error code of the answer, or 0. */
	readonly code: number;
};

const everyMs = 30_000;
/** The coordinator loads or moves: what it said before stands until it says something else. */
const momentaryCodes: readonly number[] = [14, 15, 16];
const deniedCodes: readonly number[] = [29, 30];

export class Roster {
	#known = new Map<string, Known>();
	#named: ReadonlySet<string> = new Set();

	/** The groups whose members are wanted by name, of very many the first. */
	name(groups: readonly ListedGroup[]): void {
		const names = groups.map(({ group }) => group);
		this.#named = new Set(names.sort().slice(0, bystandersMax));
	}

	/** The groups whose members must be asked for now: news at once, the others every half minute. */
	due(groups: readonly ListedGroup[], nowMs: number): readonly ListedGroup[] {
		return groups.filter(
			(listed) => hasRegister(listed) && this.#isDue(listed, nowMs),
		);
	}

	#isDue(listed: ListedGroup, nowMs: number): boolean {
		const known = this.#known.get(listed.group);
		return (
			!known ||
			known.listed.state !== listed.state ||
			known.listed.type !== listed.type ||
			nowMs - known.toldMs >= everyMs ||
			(known.told?.named === null && this.#named.has(listed.group))
		);
	}

	take(
		groups: readonly ListedGroup[],
		described: readonly DescribedGroup[],
		nowMs: number,
	): void {
		const answers = new Map(described.map((answer) => [answer.group, answer]));
		for (const listed of groups) {
			const answer = answers.get(listed.group);
			if (!answer || momentaryCodes.includes(answer.code)) continue;
			if (hasJustEmptied(answer)) continue;
			const told = toldBy(answer, this.#named.has(listed.group));
			if (isOfAnotherKind(answer)) this.#known.delete(listed.group);
			else
				this.#known.set(listed.group, {
					listed,
					toldMs: nowMs,
					told,
					code: answer.code,
				});
		}
	}

	/** Groups that may be seen, and whose members may not. */
	refused(): readonly string[] {
		return [...this.#known]
			.filter(([, { code }]) => deniedCodes.includes(code))
			.map(([group]) => group);
	}

	/** Forgets every group but these. */
	keep(groups: readonly ListedGroup[]): void {
		const kept = new Set(groups.map(({ group }) => group));
		for (const group of this.#known.keys())
			if (!kept.has(group)) this.#known.delete(group);
	}

	membersOf(listed: ListedGroup): Members | null {
		if (listed.state === "Empty") {
			// A program that picks its partitions itself never registers: nobody there is then the least, not the truth.
			const live = listed.protocol === "" ? atLeast(0) : exactly(0);
			return counted(0, live);
		}
		const known = this.#known.get(listed.group);
		if (!known?.told || known.listed.type !== listed.type) return null;
		const { registered, away, mayBeDead } = known.told;
		const live = registered - away;
		return counted(registered, mayBeDead ? atMost(live) : exactly(live));
	}

	namedIn(listed: ListedGroup): readonly BystanderMember[] {
		const known = this.#known.get(listed.group);
		const isCurrent = known?.listed.type === listed.type;
		return isCurrent && hasRegister(listed) ? (known.told?.named ?? []) : [];
	}

	/** What its numbers of members do not tell. */
	notesOf(listed: ListedGroup, topic: string): readonly Note[] {
		const known = this.#known.get(listed.group);
		const isCurrent = known?.listed.type === listed.type;
		const told = isCurrent && hasRegister(listed) ? known.told : null;
		if (!told) return [];
		const { away, registered } = told;
		const notes: Note[] = [];
		if (away > 0)
			notes.push({ code: "members away", values: { members: away } });
		if (listed.state === "Stable" && told.isAssigned(topic) === false)
			notes.push({ code: "not subscribed", values: { members: registered } });
		return notes;
	}
}

/** Or of none, since it was listed: the next list tells, and is not waited for half a minute. */
const isOfAnotherKind = ({ code, state }: DescribedGroup): boolean =>
	code === 69 || (code === 0 && state === "Dead");

/** It was listed with somebody in it, who left since and may be back: the next list tells. */
const hasJustEmptied = ({ code, state, members }: DescribedGroup): boolean =>
	code === 0 && state === "Empty" && members.length === 0;

function toldBy(
	{ code, state, members }: DescribedGroup,
	isNamed: boolean,
): Told | null {
	if (code !== 0) return null;
	return {
		isAssigned(topic) {
			const parts = members.map((member) => member.partitionsOf(topic));
			const isTold = state === "Stable" && parts.length > 0;
			if (!isTold || parts.includes(null)) return null;
			return parts.some((own) => own !== null && own.length > 0);
		},
		registered: members.length,
		away: members.filter(({ isAway }) => isAway).length,
		mayBeDead: members.some(({ mayBeDead }) => mayBeDead),
		named: isNamed ? firstOf(members.map(identityOf)) : null,
	};
}

const firstOf = (members: readonly BystanderMember[]) =>
	members.toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, membersMax);

const hasRegister = ({ type, state }: ListedGroup): boolean =>
	describeBy.has(type) && state !== "Empty" && state !== "Dead";

const counted = (registered: number, live: Members["live"]): Members => ({
	registered,
	live,
	dead: null,
	stuck: null,
	unknown: null,
});
