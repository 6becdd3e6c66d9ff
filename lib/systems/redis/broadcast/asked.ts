// Which channels are there, and how many listen to each? Asked within bounds, and what lies beyond is told.
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import { type Answer, ask, type Command } from "../connection/ask.ts";
import { sentName } from "../connection/name.ts";
import { troubleOf } from "../connection/trouble-of.ts";
import { fieldOf, type Version } from "../connection/version.ts";
import type { Moment } from "../part.ts";
import { countOf, listOf, nameOf } from "../streams/replies.ts";

export type Named = {
	readonly channels: readonly string[];
	readonly shards: readonly string[];
	/** Why they could not be named. */
	readonly refused: Trouble | null;
};

export type Counted = {
	/** By name; null where that may not be asked. */
	readonly channels: ReadonlyMap<string, number> | null;
	readonly shards: ReadonlyMap<string, number> | null;
	readonly patterns: number | null;
	readonly refused: Trouble | null;
};

export async function askNames(
	{ client, secret, server }: Moment,
	patterns: readonly string[],
): Promise<Named> {
	const kinds = knowsShards(server.version)
		? ["CHANNELS", "SHARDCHANNELS"]
		: ["CHANNELS"];
	const answers = await ask(
		...([client, secret] as const),
		kinds.flatMap((kind) =>
			patterns.map((it): Command => ["pubsubBuffer", kind, it]),
		),
	);
	const namesIn = (some: readonly Answer[]) => [
		...new Set(some.flatMap(({ reply }) => listOf(reply).map(nameOf))),
	];
	const classic = answers.slice(0, patterns.length);
	return {
		channels: namesIn(classic),
		shards: namesIn(answers.slice(patterns.length)),
		refused: refusalIn(classic, secret),
	};
}

export async function askCounts(
	{ client, secret }: Moment,
	channels: readonly string[],
	shards: readonly string[],
): Promise<Counted> {
	const asks = (kind: string, names: readonly string[]): Command[] =>
		names.length === 0 ? [] : [["pubsubBuffer", kind, ...names.map(sentName)]];
	const answers = await ask(client, secret, [
		["pubsub", "NUMPAT"],
		...asks("NUMSUB", channels),
		...asks("SHARDNUMSUB", shards),
	]);
	const [patterns, ...rest] = answers;
	const first = channels.length > 0 ? rest.shift() : undefined;
	return {
		channels: countsIn(first),
		shards: countsIn(rest[0]),
		patterns: countOf(patterns?.reply),
		refused: refusalIn(first === undefined ? [] : [first], secret),
	};
}

function refusalIn(answers: readonly Answer[], secret: string): Trouble | null {
	const error = answers.find((it) => it.error !== null)?.error;
	if (!error) return null;
	const found = troubleOf(error, secret) ?? trouble("not understood");
	return { ...found, part: "PUBSUB" };
}

/** Each name and its count, one after the other; none where nothing was asked. */
function countsIn(answer: Answer | undefined): Map<string, number> | null {
	if (answer !== undefined && answer.error !== null) return null;
	const flat = listOf(answer?.reply);
	const counts = new Map<string, number>();
	for (let i = 0; i + 1 < flat.length; i += 2)
		counts.set(nameOf(flat[i]), Number(flat[i + 1]));
	return counts;
}

/** Channels and patterns anybody listens to; one, for all we know, where the server does not say. */
export function manyIn(said: string): number {
	const fields = ["pubsub_channels", "pubsub_patterns", "pubsubshard_channels"];
	const counts = fields.flatMap((field) => fieldOf(said, field) ?? []);
	return counts.length === 0
		? 1
		: counts.reduce((sum, count) => sum + Number(count), 0);
}

const majorOf = ({ text }: Version): number => Number(text.split(".")[0]);

const knowsShards = (version: Version | null): boolean =>
	version !== null && (version.name === "Valkey" || majorOf(version) >= 7);

/** Large messages lie once in its memory and are counted for none of those who wait for them. */
export const sharesOutput = (version: Version | null): boolean =>
	version?.name === "Valkey" && majorOf(version) >= 9;
