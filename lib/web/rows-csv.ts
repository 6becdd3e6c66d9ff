// What does a row of the board look like as a line of a table? Names, codes and whole numbers; times with their zone.
import type { Amount } from "#lib/core/amount.ts";
import type { RowReply } from "#lib/wire/board.ts";
import type { Cell } from "./csv.ts";

type Column = readonly [head: string, cell: (row: RowReply) => Cell];

const amount = (
	head: string,
	read: (row: RowReply) => Amount | null,
): readonly Column[] => [
	[head, (row) => read(row)?.n ?? null],
	[`${head}.bound`, (row) => read(row)?.bound ?? null],
];

const columns: readonly Column[] = [
	["broker", (row) => row.broker],
	["system", (row) => row.system],
	["kind", (row) => row.kind],
	["channel", (row) => row.channel],
	["group", (row) => row.group],
	["family", (row) => row.family],
	["verdict", (row) => row.verdict],
	["reason", (row) => row.reason.code],
	["reason.values", (row) => JSON.stringify(row.reason.values)],
	["since", (row) => row.since],
	...amount("lag", (row) => row.lag),
	...amount("timeLagSeconds", (row) => row.timeLagSeconds),
	["holding", (row) => row.holding],
	["oldestHeldSeconds", (row) => row.oldestHeldSeconds],
	["deliveriesMax", (row) => row.deliveriesMax],
	["pace.in", (row) => row.pace.in],
	["pace.out", (row) => row.pace.out],
	["members.registered", (row) => row.members?.registered ?? null],
	...amount("members.live", (row) => row.members?.live ?? null),
	["members.dead", (row) => row.members?.dead ?? null],
	["members.stuck", (row) => row.members?.stuck ?? null],
	["members.unknown", (row) => row.members?.unknown ?? null],
	...amount("marginSeconds", (row) => row.marginSeconds),
	["drainedSeconds", (row) => row.drainedSeconds],
	["highWater", (row) => row.highWater],
	["state", (row) => row.state],
	["at", (row) => row.at],
	["stale", (row) => row.stale],
	["id", (row) => row.id],
];

export const heads: readonly Cell[] = columns.map(([head]) => head);

export const cellsOf = (row: RowReply): readonly Cell[] =>
	columns.map(([, cell]) => cell(row));
