// Who reads a queue? Consumers as its page lists them; whoever names them may name two alike.
import {
	countIn,
	fieldIn,
	flagIn,
	listIn,
	textIn,
} from "../connection/json.ts";

export type Consumer = {
	/** Its tag, with its channel behind it where others bear the same. */
	readonly name: string;
	readonly tag: string;
	/** As the server names them: it has to be asked about them so. */
	readonly channel: string;
	readonly connection: string;
	/** `10.0.0.7:47186`, as the server sees it. */
	readonly from: string | null;
	/** How many it may hold at once; null where there is no bound, or it need not answer. */
	readonly prefetch: number | null;
	/** False where what it is handed is forgotten at once. */
	readonly answers: boolean;
	/** False for one that waits until another one goes. */
	readonly isActive: boolean;
	/** False where the server thinks that its node is gone. */
	readonly isReached: boolean;
};

/** Of the page of one queue, in the order of their names. */
export function consumersIn(page: unknown): readonly Consumer[] {
	const all = listIn(page, "consumer_details").map(consumerOf);
	const tags = new Map<string, number>();
	for (const { tag } of all) tags.set(tag, (tags.get(tag) ?? 0) + 1);
	return all
		.map((it) =>
			(tags.get(it.tag) ?? 0) > 1
				? { ...it, name: `${it.tag}, ${it.channel}` }
				: it,
		)
		.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function consumerOf(it: unknown): Consumer {
	const channel = fieldIn(it, "channel_details");
	const [host, port] = [
		textIn(channel, "peer_host"),
		countIn(channel, "peer_port"),
	];
	const tag = textIn(it, "consumer_tag") ?? "";
	const answers = flagIn(it, "ack_required") !== false;
	return {
		...{ name: tag, tag, answers },
		channel: textIn(channel, "name") ?? "",
		connection: textIn(channel, "connection_name") ?? "",
		from: host === null || port === null ? null : `${host}:${port}`,
		prefetch: (answers && countIn(it, "prefetch_count")) || null,
		isActive: flagIn(it, "active") !== false,
		isReached: textIn(it, "activity_status") !== "suspected_down",
	};
}
