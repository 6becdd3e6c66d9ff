// What does each line of a look say of a member? What the server lists, its verdict, and after them those it does not list.
import type { MemberLine } from "#lib/core/look.ts";
import type { Seen } from "../members/roll.ts";
import type { ConsumerReply } from "../streams/replies.ts";

const nothingElse = {
	...{ clientId: null, host: null, instanceId: null, partitions: null },
	...{
		mark: null,
		output: null,
		oldestHeldMs: null,
		verdict: null,
		evidence: null,
	},
};

/** In the order of the server's list, which is that of their names. */
export function linesOf(
	consumers: readonly ConsumerReply[],
	seen: Seen | null,
): MemberLine[] {
	const judged = new Map(seen?.judged.map((member) => [member.name, member]));
	const listed = consumers.map(({ name, holding, idleMs }): MemberLine => {
		const line = { ...nothingElse, name, holding, idleMs };
		const member = judged.get(name);
		if (member === undefined) return line;
		const { verdict, evidence, connection } = member;
		return {
			...{ ...line, verdict, evidence },
			clientId: connection?.name ?? null,
			host: connection?.address ?? null,
		};
	});
	const others = (seen?.unserved ?? []).map(
		({ member, connection }): MemberLine => ({
			...{ ...nothingElse, name: member, holding: 0, idleMs: null },
			...{ clientId: connection.name, host: connection.address },
			verdict: "live",
			evidence: { code: "waits unserved", values: {} },
		}),
	);
	return [...listed, ...others];
}
