// Where does a group stand now, exactly, with what was written beside each position?
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { troubleOfCode } from "../connection/trouble-of.ts";
import { hasPositions } from "../groups/share.ts";
import type { Found } from "../looks/look-group.ts";
import {
	type Committed,
	type CommittedOf,
	committed,
} from "../protocol/committed.ts";
import type { AskedPartitions } from "../protocol/list-offsets.ts";
import { isAtEnd } from "../protocol/named-position.ts";
import { type SharedTopic, shareOffsets } from "../protocol/share-offsets.ts";

export type CommittedNow = {
	readonly partition: number;
	/** As the broker holds it, be it a number of a message or not. Of a share group where the broker begins to look for what it has not handed out. */
	readonly committed: number;
	/** −1 where none was told. */
	readonly epoch: number;
	readonly metadata: string;
	/** By the broker's own count, which only share groups have. */
	readonly lag: number | null;
};

/** By topic and partition; what is not there has none. */
export type PositionsNow = ReadonlyMap<
	string,
	ReadonlyMap<number, CommittedNow>
>;

export type Read = {
	readonly positions: PositionsNow;
	/** Partitions whose position a transaction is writing. */
	readonly unstable: number;
};

const unstable = 88;
/** Of a group that went away since it was listed. */
const noGroup = 69;

/** `topics` are asked whole, so that what a transaction writes for the first time is seen too; null for all there are. */
export async function positionsNow(
	{ listed, link }: Found,
	topics: readonly AskedPartitions[] | null,
	untilMs: number,
): Promise<Read> {
	const { group } = listed;
	if (!hasPositions(listed)) {
		const answers = await link.ask(shareOffsets([group]), untilMs);
		const own = answers.find((one) => one.group === group);
		refuse(own?.code ?? 0);
		const names = topics && new Set(topics.map(({ topic }) => topic));
		const shared = (own?.topics ?? []).filter(
			({ topic }) => names?.has(topic) ?? true,
		);
		return { positions: byTopic(shared.flatMap(rowsOf)), unstable: 0 };
	}
	const { code, rows } = await link.ask(committed(group, topics), untilMs);
	refuse(code);
	const isThere =
		topics && rows.some(mayBeNone)
			? listedIn(await link.ask(committed(group, null), untilMs))
			: () => true;
	return {
		positions: byTopic(
			rows
				.filter(isThere)
				.flatMap(({ position, ...row }) =>
					position === null ? [] : [{ ...row, committed: position, lag: null }],
				),
		),
		unstable: rows.filter((row) => row.code === unstable).length,
	};
}

/** Asked by name, the broker answers the end where there is no position as well. */
const mayBeNone = ({ position }: Committed): boolean =>
	position !== null && isAtEnd(position);

/** Asked for all there are, it names what is committed and nothing else. */
function listedIn({ code, rows }: CommittedOf): (row: Committed) => boolean {
	refuse(code);
	const keyOf = ({ topic, partition }: Committed) => `${partition} ${topic}`;
	const ends = new Set(rows.filter(mayBeNone).map(keyOf));
	return (row) => !mayBeNone(row) || ends.has(keyOf(row));
}

function refuse(code: number): void {
	if (code !== 0 && code !== noGroup)
		throw new TroubleError(troubleOfCode(code));
}

type Row = CommittedNow & { readonly topic: string };

const rowsOf = ({ topic, partitions, positions, lags }: SharedTopic): Row[] =>
	[...partitions].flatMap((partition, i) => {
		const [position, lag] = [positions[i] ?? NaN, lags[i] ?? NaN];
		if (Number.isNaN(position)) return [];
		const own = { partition, committed: position, epoch: -1, metadata: "" };
		return [{ topic, ...own, lag: Number.isNaN(lag) ? null : lag }];
	});

function byTopic(rows: readonly Row[]): PositionsNow {
	const all = new Map<string, Map<number, CommittedNow>>();
	for (const { topic, ...row } of rows) {
		const own = all.get(topic) ?? new Map<number, CommittedNow>();
		all.set(topic, own);
		own.set(row.partition, row);
	}
	return all;
}
