// What does an alert look like in a table? A line each; codes, names and whole numbers.
import type { AlertReply, AlertTargetReply } from "#lib/wire/alerts.ts";
import type { Cell } from "./csv.ts";

type Column = readonly [head: string, cell: (alert: AlertReply) => Cell];

type Name = "broker" | "kind" | "channel" | "group" | "outlet";

/** Where the target has such a name. */
function named(target: AlertTargetReply, name: Name): Cell {
	return Object.entries(target).find(([key]) => key === name)?.[1] ?? null;
}

const ofTarget = (name: Name): Column => [
	name,
	({ target }) => named(target, name),
];

const columns: readonly Column[] = [
	["alert", (it) => it.id],
	["rule", (it) => it.rule],
	["gravity", (it) => it.gravity],
	["about", (it) => it.target.is],
	["subscription", ({ target }) => ("id" in target ? target.id : null)],
	...(["broker", "kind", "channel", "group", "outlet"] as const).map(ofTarget),
	["since", (it) => it.since],
	["fired", (it) => it.fired],
	["resolved", (it) => it.resolved],
	["end", (it) => it.end],
	["verdict.first", (it) => it.first.verdict],
	["verdict.last", (it) => it.last.verdict],
	["value.first", (it) => it.first.n],
	["value.last", (it) => it.last.n],
	["lag.first", (it) => it.first.lag?.n ?? null],
	["lag.last", (it) => it.last.lag?.n ?? null],
	["flaps", (it) => it.flaps],
	["acknowledged", (it) => it.acknowledged?.at ?? null],
	["acknowledged.by", (it) => it.acknowledged?.by ?? null],
	["why", (it) => it.acknowledged?.why ?? null],
	["told", (it) => JSON.stringify(it.told)],
];

export const heads: readonly Cell[] = columns.map(([head]) => head);

export const cellsOf = (alert: AlertReply): readonly Cell[] =>
	columns.map(([, cell]) => cell(alert));
