// What does each line of a look say of a consumer? Whom the server lists is connected; whether it works, what it holds tells.
import type { MemberLine } from "#lib/core/look.ts";
import type { Evidence, MemberVerdict } from "#lib/core/member.ts";
import type { ChannelReply } from "../members/channels.ts";
import type { Consumer } from "../members/consumers.ts";

export type Still = { readonly forMs: number; readonly isTooLong: boolean };

export function lineOf(
	consumer: Consumer,
	channel: ChannelReply | undefined,
	still: Still | null,
	nowMs: number,
): MemberLine {
	const { name, connection, from } = consumer;
	// A channel tells of all its consumers at once.
	const holding = channel?.consumers === 1 ? channel.holding : null;
	const idleSinceMs = channel?.idleSinceMs ?? null;
	return {
		...{ name, clientId: connection, host: from, holding },
		...{ instanceId: null, partitions: null, mark: null, output: null },
		idleMs: idleSinceMs === null ? null : Math.max(0, nowMs - idleSinceMs),
		oldestHeldMs: holding && still ? still.forMs : null,
		...judged(consumer, holding, still),
	};
}

function judged(
	{ isReached, prefetch }: Consumer,
	holding: number | null,
	still: Still | null,
): { readonly verdict: MemberVerdict; readonly evidence: Evidence | null } {
	if (!isReached) return { verdict: "unknown", evidence: null };
	const isFull = prefetch !== null && (holding ?? 0) >= prefetch;
	if (still?.isTooLong && isFull) {
		const idleSeconds = Math.floor(still.forMs / 1000);
		const values = { idleSeconds, messages: holding ?? 0 };
		return {
			verdict: "stuck",
			evidence: { code: "connected but still", values },
		};
	}
	return {
		verdict: "live",
		evidence:
			prefetch === null
				? { code: "takes any number", values: {} }
				: { code: "takes at most", values: { messages: prefetch } },
	};
}
