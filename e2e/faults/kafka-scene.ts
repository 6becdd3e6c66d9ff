// What stands before a story of a broken Kafka begins? A cluster behind proxies, backlogs that are known, rules that would tell of them, and who is told.
import { join } from "node:path";
import { eventually } from "#world/eventually.ts";
import { type HttpSink, startHttpSink } from "#world/http-sink.ts";
import { type ChaoticKafka, startChaoticKafka } from "#world/kafka-chaos.ts";
import { coordinatorOf } from "#world/kafka-places.ts";
import type { Board } from "../visitor.ts";
import { inFolder, played, type Scene } from "./scene.ts";
import { kafkaTruth, nobodyOf, type Truth, truthName } from "./truth.ts";

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
	work: (scene: KafkaScene) => Promise<void>,
): Promise<void> =>
	inFolder(async (folder) => {
		const [kafka, sink] = await Promise.all([
			startChaoticKafka({ nodes, folder: join(folder, "kafka") }),
			startHttpSink(),
		]);
		const truths: Truth[] = [];
		try {
			for (const node of kafka.world.nodes)
				truths.push(await truthAt(node.id, kafka));
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

/** Its channel is led and its group is kept by the same node. */
async function truthAt(id: number, { world }: ChaoticKafka): Promise<Truth> {
	const ids = world.nodes.map((node) => node.id);
	const nodes = [id, ...ids.filter((other) => other !== id)];
	const port = world.nodes[0]?.port ?? 0;
	const channel = await eventually(async () => {
		const name = truthName();
		return (await coordinatorOf(port, nobodyOf(name))) === id
			? name
			: undefined;
	}, 30_000);
	return kafkaTruth(brokerName, world, { channel, nodes });
}

export const rowOf = (
	{ rows }: Pick<Board, "rows">,
	{ channel, group }: { readonly channel: string; readonly group: string },
): Row | undefined =>
	rows.find((row) => row.channel === channel && row.group === group);

export const isFresh = (row: Row | undefined): boolean =>
	row?.stale === false && row.lag !== null && row.verdict !== "unknown";

/** Rests until so many more ticks were heard, by the product's own record; every board meanwhile is shown. */
export async function ticks(
	scene: Pick<Scene, "witness">,
	count: number,
	see: (board: Board) => void = () => {},
): Promise<void> {
	await ticksUntil(
		scene,
		(board, passed) => {
			see(board);
			return passed >= count;
		},
		60_000 + 5_000 * count,
	);
}

/** How many ticks were heard until the board says so. */
export async function ticksUntil(
	{ witness }: Pick<Scene, "witness">,
	holds: (board: Board, passed: number) => boolean,
	withinMs = 60_000,
): Promise<number> {
	const heard = new Set<string>();
	await witness.until((board) => {
		const at = board.brokers.find(({ name }) => name === brokerName)?.heard;
		if (at) heard.add(at);
		return holds(board, heard.size - 1);
	}, withinMs);
	return heard.size - 1;
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
