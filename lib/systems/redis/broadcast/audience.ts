// Who listens, and who of those before does no more? One list of connections after the other, judged by what the server allows.
import { ask } from "../connection/ask.ts";
import type { Moment } from "../part.ts";
import { listOf, textOf } from "../streams/replies.ts";
import { sharesOutput } from "./asked.ts";
import { type Judged, judgeListener } from "./behind.ts";
import { cutOffsIn, lossOf, toldForMs } from "./cut-off.ts";
import { type LossAround, leastOf, type NodeFacts } from "./facts.ts";
import { type Limit, limitIn, usualLimit } from "./limit.ts";
import { listenersIn } from "./listeners.ts";

type Listening = Pick<
	NodeFacts,
	"listeners" | "losses" | "isLimitAssumed" | "undercounts"
>;
type Heard = Pick<NodeFacts, "channels" | "shards">;

const limitEveryMs = 60_000;

export function openAudience() {
	let judged = new Map<number, Judged>();
	let heardMs: number | null = null;
	let cutOffs: number | null = null;
	let limit: Limit = usualLimit;
	let limitMs: number | null = null;
	let losses: readonly LossAround[] = [];

	async function askLimit({ client, secret, server }: Moment): Promise<void> {
		const { nowMs } = server;
		if (limitMs !== null && Math.abs(nowMs - limitMs) < limitEveryMs) return;
		limitMs = nowMs;
		const [answer] = await ask(client, secret, [
			["config", "GET", "client-output-buffer-limit"],
		]);
		const text = listOf(answer?.reply).map(textOf).join(" ");
		limit = limitIn(text) ?? usualLimit;
	}

	function noteGone(
		before: ReadonlyMap<number, Judged>,
		{ said, nowMs }: Moment["server"],
		heard: Heard,
	): void {
		const [was, now] = [cutOffs, cutOffsIn(said)];
		cutOffs = now;
		losses = losses.filter((it) => nowMs - it.atMs < toldForMs);
		if (heardMs === null) return;
		const gone = [...before.values()].filter((it) => !judged.has(it.id));
		const rose = was === null || now === null ? null : Math.max(0, now - was);
		const loss = lossOf(gone, rose, nowMs);
		if (loss !== null)
			losses = [...losses, around(loss, heard, [...before.values()])];
	}

	return {
		/** The server was started again: its connections are others. */
		forget() {
			[judged, heardMs, cutOffs, limitMs] = [new Map(), null, null, null];
		},
		/** `before`: what was heard of the channels when those who are gone were still there. */
		async hear(
			text: string | null,
			moment: Moment,
			before: Heard,
		): Promise<Listening> {
			const { server } = moment;
			if (text === null) {
				[judged, heardMs] = [new Map(), null];
				const none = { isLimitAssumed: false, undercounts: false };
				return { ...none, listeners: null, losses };
			}
			const now = listenersIn(text);
			if (now.length > 0) await askLimit(moment);
			const times = {
				nowMs: server.nowMs,
				beforeMs: heardMs ?? server.nowMs,
			};
			const last = judged;
			const listeners = now.map((it) =>
				judgeListener(it, last.get(it.id) ?? null, limit, times),
			);
			judged = new Map(listeners.map((it) => [it.id, it]));
			noteGone(last, server, before);
			heardMs = server.nowMs;
			return {
				...{ listeners, losses, isLimitAssumed: limit.isAssumed },
				undercounts: sharesOutput(server.version),
			};
		},
	};
}

function around(
	loss: NonNullable<ReturnType<typeof lossOf>>,
	{ channels, shards }: Heard,
	all: readonly Judged[],
): LossAround {
	const least = (heard: Heard["channels"], went: number, of: number) =>
		new Map(
			[...heard].map(([name, { subscribers }]) => [
				name,
				leastOf(subscribers, went, of),
			]),
		);
	const onChannels = all.filter((it) => it.channels > 0).length;
	const onShards = all.filter((it) => it.shards > 0).length;
	return {
		...loss,
		ofChannels: least(channels, loss.channels, onChannels),
		ofShards: least(shards, loss.shards, onShards),
	};
}
