// What stands before a story of a broken Kafka begins? A cluster behind proxies, backlogs that are known, rules that would tell of them, and who is told.
import { join } from "node:path";
import { type HttpSink, startHttpSink } from "#world/http-sink.ts";
import { type ChaoticKafka, startChaoticKafka } from "#world/kafka-chaos.ts";
import type { Board } from "../visitor.ts";
import { inFolder, played, type Scene } from "./scene.ts";
import { kafkaTruth, type Truth } from "./truth.ts";

export type KafkaScene = Scene & {
	readonly kafka: ChaoticKafka;
	readonly sink: HttpSink;
	readonly truths: readonly Truth[];
};

export const brokerName = "orders";
export type Row = Board["rows"][number];

/** Every backlog above four is told at once, and so is each that is over. */
const rulesFor = (sink: HttpSink) => `alerts:
  usual: false
  allow: [127.0.0.1]
  outlets:
    hook: { kind: webhook, url: "${sink.url}/hook" }
  rules:
    waiting: { when: lag over 4, for: 0s, calm: 0s }
`;

export const overKafka = (
	nodes: 1 | 3,
	truthsWanted: number,
	work: (scene: KafkaScene) => Promise<void>,
): Promise<void> =>
	inFolder(async (folder) => {
		const [kafka, sink] = await Promise.all([
			startChaoticKafka({ nodes, folder: join(folder, "kafka") }),
			startHttpSink(),
		]);
		const truths: Truth[] = [];
		try {
			for (let left = truthsWanted; left > 0; left--)
				truths.push(
					await kafkaTruth(brokerName, kafka.world, {
						replicationFactor: nodes,
					}),
				);
			const brokers = { [brokerName]: kafka.address };
			const settings = rulesFor(sink);
			await played({ folder, brokers, truths, settings }, (scene) =>
				work({ ...scene, kafka, sink, truths }),
			);
		} finally {
			await Promise.all(truths.map((truth) => truth.end()));
			await Promise.all([kafka.stop(), sink.stop()]);
		}
	});

export const rowOf = (
	{ rows }: Pick<Board, "rows">,
	{ channel, group }: { readonly channel: string; readonly group: string },
): Row | undefined =>
	rows.find((row) => row.channel === channel && row.group === group);

export const isFresh = (row: Row | undefined): boolean =>
	row?.stale === false && row.lag !== null && row.verdict !== "unknown";

/** Rests until so many more ticks were heard, by the product's own record; every board meanwhile is shown. */
export async function ticks(
	{ witness }: Pick<Scene, "witness">,
	count: number,
	see: (board: Board) => void = () => {},
): Promise<void> {
	const heard = new Set<string>();
	await witness.until((board) => {
		see(board);
		const at = board.brokers.find(({ name }) => name === brokerName)?.heard;
		if (at) heard.add(at);
		return heard.size > count;
	}, 60_000);
}

export type Notice = {
	readonly says: string;
	readonly total: number;
	readonly channels: readonly string[];
	readonly states: readonly string[];
};

export const noticesIn = ({ heard }: HttpSink): readonly Notice[] =>
	heard.map(({ body }) => {
		const { says, total, alerts } = JSON.parse(body);
		return {
			...{ says, total },
			channels: alerts.map(
				({ target }: { target: { channel: string } }) => target.channel,
			),
			states: alerts.map(({ state }: { state: string }) => state),
		};
	});
