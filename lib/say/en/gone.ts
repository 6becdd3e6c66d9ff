// Why is a subscription no longer there, said in English?
import type { GoneWhy } from "#lib/core/gone.ts";
import { goneMsOf, goneWhyOf } from "../sentence.ts";
import { wholly } from "../times.ts";
import type { Values } from "../words/words.ts";

const whys: Readonly<Record<GoneWhy, string>> = {
	expired:
		"Nobody was in the group for so long that the broker forgot its positions.",
	deleted: "Somebody deleted the group.",
	"expired or deleted":
		"The group is no longer there: its positions expired, or somebody deleted it.",
	"channel deleted": "What it read was deleted.",
	evicted:
		"What it read went while its broker, out of memory, was removing keys: what was unread is lost with it.",
	"ran out":
		"The time to live of what it read was over: it was removed whole, with what was unread.",
	"made again":
		"What it read was deleted and made again, and the group has no position in the new one.",
	"no positions":
		"The group no longer has positions there: somebody removed them, or they expired.",
	"nobody listens":
		"Nobody has listened to it for a while; such a channel is there only while somebody does.",
};

export function subscriptionGone(values: Values): string {
	const atMs = goneMsOf(values);
	if (atMs === null) return "This subscription is no longer on the board.";
	const why = goneWhyOf(values);
	const reason = why === null ? "Why is not known." : whys[why];
	return `It went from the board on ${wholly(atMs, "en")}. ${reason}`;
}
