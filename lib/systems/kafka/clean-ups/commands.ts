// Which command of Kafka's own does the same by hand? Null where none does exactly that.

import type { PlannedMove } from "#lib/core/clean-up/plan.ts";
import { lineOf } from "#lib/core/command.ts";
import type { ListedGroup } from "../protocol/group-requests.ts";
import { isNamed } from "../protocol/named-position.ts";

type Named = {
	readonly hosts: string;
	readonly group: string;
	readonly subscription: { readonly channel: string };
};
type OfKind = { readonly listed: Pick<ListedGroup, "type"> };
type Row = Pick<
	PlannedMove,
	"channel" | "partition" | "after" | "first" | "end"
> & {
	/** What is committed there: the tool writes numbers of messages, and nothing else. */
	readonly to: number | null;
};

const tools: ReadonlyMap<string, string> = new Map([
	["classic", "kafka-consumer-groups.sh"],
	["consumer", "kafka-consumer-groups.sh"],
	["share", "kafka-share-groups.sh"],
	["streams", "kafka-streams-groups.sh"],
]);

/** As many as somebody would paste. */
const rowsMax = 1_000;

function toolLine(
	{ hosts, group }: Named,
	{ listed: { type } }: OfKind,
	words: readonly string[],
): string | null {
	const tool = tools.get(type) ?? null;
	const at = ["--bootstrap-server", hosts, "--group", group];
	return lineOf([tool, ...at, ...words]);
}

const only = (line: string | null): readonly string[] | null =>
	line === null ? null : [line];

export const deleteCommand = (place: Named, now: OfKind) =>
	only(toolLine(place, now, ["--delete"]));

/** All positions of the one topic. */
export function forgetCommand(place: Named, now: OfKind) {
	const option = now.listed.type === "streams" ? "--input-topic" : "--topic";
	const { channel } = place.subscription;
	return only(toolLine(place, now, ["--delete-offsets", option, channel]));
}

export function resetCommand(
	place: Named,
	now: OfKind,
	rows: readonly Row[],
): readonly string[] | null {
	switch (now.listed.type) {
		case "classic":
		case "consumer":
			return only(fromList(place, now, rows));
		case "share":
			return only(toOneEnd(place, now, rows));
		default:
			// That of streams groups removes topics of the program's own as well.
			return null;
	}
}

/** The tool reads its list twice, so that it needs a file. What is written beside a position does not survive this way. */
function fromList(
	place: Named,
	now: OfKind,
	rows: readonly Row[],
): string | null {
	if (rows.length === 0 || rows.length > rowsMax) return null;
	const list = rows.map(({ channel, partition, to }) =>
		to === null || isNamed(to) ? null : `${channel},${partition},${to}`,
	);
	const told = lineOf(["printf", "%s\\n", ...list]);
	const reset = toolLine(place, now, ["--reset-offsets", "--execute"]);
	if (told === null || reset === null) return null;
	return `list=$(mktemp) && ${told} > "$list" && ${reset} --from-file "$list"`;
}

/** Its tool knows the first and the end, of one topic at a time. */
function toOneEnd(
	place: Named,
	now: OfKind,
	rows: readonly Row[],
): string | null {
	const topics = new Set(rows.map(({ channel }) => channel));
	const [channel] = topics;
	if (channel === undefined || topics.size > 1) return null;
	const partitions = rows.map(({ partition }) => partition).join(",");
	const isAt = (place: "first" | "end") =>
		rows.every((row) => row.after === row[place] && row.after !== null);
	const end = isAt("first") ? "--to-earliest" : "--to-latest";
	if (!isAt("first") && !isAt("end")) return null;
	const at = ["--topic", `${channel}:${partitions}`, end];
	return toolLine(place, now, ["--reset-offsets", ...at, "--execute"]);
}
