// Which positions does a file name? One line each, as brokers' own tools write them; every mistake is told with its line.
import { partitionsMax } from "./believed.ts";
import type { ListedPosition } from "./clean-up.ts";

export const lineFaults = [
	"quote open",
	/** It has more or fewer fields. {fields} */
	"not three",
	"channel missing",
	"partition wrong",
	"position wrong",
	/** The same place stands in another line already. {before} */
	"twice",
	/** Nothing from here on was read. {most} */
	"too many",
] as const;
export type LineFault = (typeof lineFaults)[number];

export type FileMistake = {
	/** The first line is 1. */
	readonly line: number;
	readonly code: LineFault;
	readonly values: Readonly<Record<string, number | string>>;
};

export type PositionsFile = {
	readonly positions: readonly ListedPosition[];
	readonly mistakes: readonly FileMistake[];
};

export function readPositions(text: string): PositionsFile {
	const positions: ListedPosition[] = [];
	const mistakes: FileMistake[] = [];
	const lineOf = new Map<string, number>();
	const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
	let isFirst = true;
	for (const [at, whole] of lines.entries()) {
		const line = at + 1;
		if (whole.trim() === "") continue;
		const isHead = isFirst && headPattern.test(whole);
		isFirst = false;
		if (isHead) continue;
		if (positions.length === partitionsMax) {
			mistakes.push({
				line,
				code: "too many",
				values: { most: partitionsMax },
			});
			break;
		}
		const read = readLine(whole);
		if ("code" in read) {
			mistakes.push({ line, ...read });
			continue;
		}
		const place = `${read.partition} ${read.channel}`;
		const before = lineOf.get(place);
		if (before === undefined) {
			lineOf.set(place, line);
			positions.push(read);
		} else mistakes.push({ line, code: "twice", values: { before } });
	}
	return { positions, mistakes };
}

/** Names of columns: something, partition, something. */
const headPattern = /^[^,;\t\d]*[,;\t]\s*"?partition"?\s*[,;\t][^,;\t\d]*$/i;

type Read = ListedPosition | Pick<FileMistake, "code" | "values">;

function readLine(line: string): Read {
	const fields = fieldsOf(line);
	if (fields === null) return { code: "quote open", values: {} };
	if (fields.length !== 3)
		return { code: "not three", values: { fields: fields.length } };
	const [channel = "", second = "", third = ""] = fields;
	if (channel === "") return { code: "channel missing", values: {} };
	const partition = wholeOf(second);
	if (partition === null)
		return { code: "partition wrong", values: { said: second } };
	const position = wholeOf(third);
	if (position === null)
		return { code: "position wrong", values: { said: third } };
	return { channel, partition, position };
}

function wholeOf(text: string): number | null {
	const n = Number(text);
	return /^\d+$/.test(text) && Number.isSafeInteger(n) ? n : null;
}

/** Null where a quote is not closed. */
function fieldsOf(line: string): readonly string[] | null {
	const fields: string[] = [];
	let rest = line;
	for (;;) {
		const found = /^\s*"((?:[^"]|"")*)"\s*(?:[,;\t]|$)/.exec(rest);
		const plain = found ?? /^([^,;\t]*)(?:[,;\t]|$)/.exec(rest);
		if (plain === null) return null;
		const [all, field = ""] = plain;
		if (found === null && field.includes('"')) return null;
		fields.push(found === null ? field.trim() : field.replaceAll('""', '"'));
		if (!/[,;\t]$/.test(all)) return fields;
		rest = rest.slice(all.length);
	}
}

/** With a head, so that whoever opens it knows what stands there; the same file can be read again. */
export const writePositions = (positions: readonly ListedPosition[]): string =>
	[
		"topic,partition,offset",
		...positions.map(({ channel, partition, position }) =>
			[field(channel), partition, position].join(","),
		),
		"",
	].join("\n");

const field = (text: string): string =>
	/^[\w.:/-]+$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
