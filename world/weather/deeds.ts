// What can whoever watches do to the shop? Each deed with what it does, and what then shows on the board.

import { isAway, send, storm, stormLeftMs } from "./duty.ts";
import { pods } from "./redis-cast.ts";

type Broker = "kafka" | "redis" | "rabbitmq";

export type Deed = {
	readonly name: string;
	readonly broker: Broker;
	/** On its button, as it is and once it was done. */
	readonly does: string;
	readonly undoes?: string;
	/** Where to look, and what for. */
	readonly shows: string;
	/** What it is doing at this moment; null while all is as usual. */
	now(): string | null;
	press(): void;
};

const stormMs = 30_000;

/** Those of the names that are here go; once they are away they come back. */
function sending(
	names: readonly string[],
	deed: Omit<Deed, "now" | "press"> & { readonly while: string },
): Deed {
	const [first = ""] = names;
	return {
		...deed,
		now: () => (isAway(first) ? deed.while : null),
		press() {
			const away = !isAway(first);
			for (const name of names) send(name, away);
		},
	};
}

function bursting(channel: string, deed: Omit<Deed, "now" | "press">): Deed {
	return {
		...deed,
		now() {
			const leftMs = stormLeftMs(channel);
			return leftMs > 0 ? `${Math.ceil(leftMs / 1000)} s left` : null;
		},
		press: () => storm(channel, stormMs),
	};
}

export const deeds: readonly Deed[] = [
	sending(["order-fulfilment"], {
		...{ name: "kill-fulfilment", broker: "kafka" },
		does: "Kill the readers of orders",
		undoes: "Bring them back",
		while: "they are away",
		shows:
			"order-fulfilment on orders is stopped within a minute; once they are back it catches up, and says by when.",
	}),
	bursting("orders", {
		...{ name: "burst-orders", broker: "kafka" },
		does: "Burst of orders, half a minute",
		shows:
			"the lag of order-analytics climbs faster than it reads; order-fulfilment keeps up.",
	}),
	sending(["stock-sync partition"], {
		...{ name: "free-partition", broker: "kafka" },
		does: "Free the stuck partition",
		undoes: "Let it get stuck again",
		while: "it is read",
		shows:
			"stock-sync on inventory-updates is no longer stalled, and the bar of partition 2 goes down.",
	}),
	sending(pods("sender", 13, 5), {
		...{ name: "kill-senders", broker: "redis" },
		does: "Kill five of nine senders",
		undoes: "Bring them back",
		while: "they are away",
		shows:
			"senders on emails:outbox has 21 registered and at most 4 live; a clean-up removes the dead and hands what they hold to the living.",
	}),
	sending(["fulfil-2-a", "fulfil-2-b"], {
		...{ name: "kill-shard", broker: "redis" },
		does: "Kill both readers of one shard",
		undoes: "Bring them back",
		while: "they are away",
		shows:
			"orders:stream:2 is stopped, and its family of shards says that one of four is.",
	}),
	bursting("emails:outbox", {
		...{ name: "burst-emails", broker: "redis" },
		does: "Burst of mail, half a minute",
		shows:
			"emails:outbox rises and, with nine senders, is caught up some minutes later.",
	}),
	sending(["resizer-2 rests"], {
		...{ name: "free-resizer", broker: "rabbitmq" },
		does: "Let the stuck consumer go on",
		undoes: "Let it get stuck again",
		while: "it works",
		shows:
			"pictures.resize is no longer stalled: what its consumer held is done, and the rest follows.",
	}),
	sending(["capture-1"], {
		...{ name: "kill-capture", broker: "rabbitmq" },
		does: "Kill the reader of payments",
		undoes: "Bring it back",
		while: "it is away",
		shows: "payments.capture is stopped, as nobody consumes it.",
	}),
];
