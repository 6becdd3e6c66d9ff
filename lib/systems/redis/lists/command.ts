// How does somebody count by hand what waits in a list? Where its program keeps it, which is one key of these for all but BullMQ: the others are 0.
import { cli } from "../cli.ts";

const keys = [
	["LLEN", "{channel}"],
	...["wait", "paused"].map((key) => ["LLEN", `{channel}:${key}`]),
	["ZCARD", "{channel}:prioritized"],
];

export const listCommand: readonly string[] = keys.flatMap((count, i) => [
	...(i === 0 ? [] : [";"]),
	...[...cli, ...count],
]);
