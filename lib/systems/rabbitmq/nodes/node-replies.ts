// What does the management tell of one node that somebody has to know?
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { countIn, flagIn, listIn, textIn } from "../connection/json.ts";

export function troublesOf(node: unknown): readonly Trouble[] {
	const part = textIn(node, "name") ?? "";
	const said = (...names: readonly string[]) =>
		names.map((name) => `${name}:${countIn(node, name) ?? "?"}`).join(" ");
	if (flagIn(node, "running") === false)
		return [trouble("unreachable", "it does not run", part)];
	const troubles: Trouble[] = [];
	if (flagIn(node, "mem_alarm") === true)
		troubles.push(trouble("memory full", said("mem_used", "mem_limit"), part));
	if (flagIn(node, "disk_free_alarm") === true)
		troubles.push(
			trouble("disk full", said("disk_free", "disk_free_limit"), part),
		);
	const lost = listIn(node, "partitions").filter(
		(it) => typeof it === "string",
	);
	if (lost.length > 0)
		troubles.push(trouble("cut apart", `from ${lost.join(", ")}`, part));
	return troubles;
}

/** How many connections wait until an alarm is over, of those on the first page; null where none of these does. */
export function heldUpIn(page: unknown): string | null {
	const shown = listIn(page, "items");
	const held = shown.filter((it) => textIn(it, "state") === "blocked").length;
	if (held === 0) return null;
	const isAll = (countIn(page, "total_count") ?? 0) <= shown.length;
	return `${isAll ? "" : "at least "}${held} connections held up`;
}

/** While it is, nobody may write. */
export const isAlarm = ({ code }: Trouble): boolean =>
	code === "memory full" || code === "disk full";
