// What does one server say of its channels and of those who listen? Asked when connections are listed, and remembered in between.
import { type Trouble, trouble } from "#lib/core/trouble.ts";
import type { ClientList } from "../connection/client-list.ts";
import type { Moment } from "../part.ts";
import { askCounts, askNames, manyIn } from "./asked.ts";
import { openAudience } from "./audience.ts";
import type { ChannelsConfigured } from "./configured.ts";
import type { HeardChannel, NodeFacts } from "./facts.ts";
import { openShown, type ShownChannels } from "./shown.ts";

/** A server names all its channels in one answer: beyond this it would be held up. */
const namedMax = 100_000;
/** Never more than a thousandth of the time goes into asking for their names. */
const namesShare = 1000;

const nothing: NodeFacts = {
	...{ channels: new Map(), shards: new Map(), patterns: 0, refused: null },
	...{ listeners: [], losses: [], isLimitAssumed: false, undercounts: false },
};

export function watchChannels({ patterns, expected }: ChannelsConfigured) {
	const classic = openShown(expected);
	const sharded = openShown([]);
	const audience = openAudience();
	let facts = nothing;
	let runId: string | null = null;
	let namedMs = Number.NEGATIVE_INFINITY;
	let spentMs = 0;
	let troubles: readonly Trouble[] = [];
	let refused: Trouble | null = null;
	let gone: { readonly name: string; readonly isShard: boolean }[] = [];

	async function find(moment: Moment): Promise<void> {
		const many = manyIn(moment.server.said);
		const nowMs = performance.now();
		if (patterns.length === 0 || nowMs - namedMs < namesShare * spentMs) return;
		if (many > namedMax) {
			const say = `${many} channels: name those to show in the setting channels`;
			troubles = [tooMany(say)];
			return;
		}
		const named = await askNames(moment, patterns);
		namedMs = performance.now();
		spentMs = namedMs - nowMs;
		refused = named.refused;
		const left = classic.take(named.channels) + sharded.take(named.shards);
		troubles = left > 0 ? [tooMany(`${left} channels are not shown`)] : [];
	}

	async function count(moment: Moment): Promise<void> {
		const { nowMs } = moment.server;
		const counted = await askCounts(
			...([moment, [...classic.shown.keys()]] as const),
			[...sharded.shown.keys()],
		);
		refused = counted.refused ?? refused;
		const { channels, shards } = counted;
		if (channels !== null)
			noteGone(classic.hear(channels, nowMs, lost("ofChannels")), false);
		if (shards !== null)
			noteGone(sharded.hear(shards, nowMs, lost("ofShards")), true);
		facts = {
			...facts,
			...{ refused, channels: heardOf(classic, channels ?? new Map()) },
			shards: heardOf(sharded, shards ?? new Map()),
			patterns: counted.patterns,
		};
	}

	/** Where somebody listened who was cut off. */
	const lost = (side: "ofChannels" | "ofShards"): ReadonlySet<string> =>
		new Set(
			facts.losses.flatMap((loss) =>
				[...loss[side]].flatMap(([name, n]) => (n > 0 ? name : [])),
			),
		);

	function noteGone(names: readonly string[], isShard: boolean): void {
		gone.push(...names.map((name) => ({ name, isShard })));
	}

	return {
		facts: () => facts,
		troubles: () => troubles,
		takeGone() {
			const names = gone;
			gone = [];
			return names;
		},
		async hear({ text }: ClientList, moment: Moment): Promise<void> {
			const { server } = moment;
			if (server.runId !== runId) audience.forget();
			runId = server.runId;
			facts = { ...facts, ...(await audience.hear(text, moment, facts)) };
			const isQuiet =
				classic.shown.size + sharded.shown.size === 0 &&
				(facts.listeners?.length ?? 0) === 0 &&
				manyIn(server.said) === 0;
			refused = null;
			troubles = isQuiet ? [] : troubles;
			if (isQuiet) {
				facts = { ...nothing, losses: facts.losses };
				return;
			}
			await find(moment);
			await count(moment);
		},
	};
}

/** What was counted, of those that still have a row. */
const heardOf = (
	{ shown, isExpected }: ShownChannels,
	counts: ReadonlyMap<string, number>,
): Map<string, HeardChannel> =>
	new Map(
		[...shown.values()].map(({ name, silentSinceMs }) => [
			name,
			{
				...{ subscribers: counts.get(name) ?? 0, silentSinceMs },
				isExpected: isExpected(name),
			},
		]),
	);

const tooMany = (detail: string): Trouble =>
	trouble("too much", detail, "PUBSUB CHANNELS");
