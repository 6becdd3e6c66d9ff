"use client";
// May a member be taken out whose process seems gone or hangs? Offered where work does not get on, for one that keeps a place or holds messages.
import { useId } from "react";
import { hindranceTo } from "#lib/core/clean-up/consent.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply, SystemReply } from "#lib/wire/board.ts";
import type { LookReply } from "#lib/wire/errand.ts";
import { allowedIn } from "./offer.ts";
import { whyNot } from "./offers.tsx";
import { Problem } from "./problem.tsx";
import { useAsk } from "./use-ask.ts";
import { useLeave } from "./use-leave.ts";

type Member = LookReply["members"][number];
type Offered = {
	readonly row: RowReply;
	readonly system: SystemReply;
	readonly member: Member;
};

const need = "act";

/** Where partitions are shared out, only who keeps its share without its process has to be taken out; else only who may hold something. */
export const isEvictable = ({
	row,
	system,
	member,
}: {
	readonly row: Pick<RowReply, "kind" | "verdict">;
	readonly system: Pick<SystemReply, "kinds">;
	readonly member: Pick<Member, "instanceId" | "partitions" | "holding">;
}): boolean => {
	const kind = system.kinds[row.kind];
	if (!kind?.actions?.includes("evict") || row.verdict === "healthy")
		return false;
	return kind.partitioned
		? member.instanceId !== null && (member.partitions ?? []).length > 0
		: member.holding !== 0;
};

export function Evict(props: Offered) {
	const words = useWords();
	const why = useId();
	const leave = useLeave();
	const { ask, isAsking, failure } = useAsk();
	const { row, member } = props;
	if (!isEvictable(props)) return null;
	const hindrance = leave && hindranceTo(leave, row, { action: "evict", need });
	const allowed = leave && allowedIn(leave, { action: "evict", need });
	const told = whyNot(words, { hindrance, need, allowed });
	const isOff = leave === null || hindrance !== null || isAsking;
	return (
		<>
			<button
				type="button"
				className="btn small"
				aria-disabled={isOff}
				aria-describedby={why}
				title={told ?? ""}
				onClick={() => {
					if (!isOff)
						ask(
							{ subscriptions: [row.id] },
							{ action: "evict", member: member.name },
						);
				}}
			>
				{words.cleanUp.offer.evict}
				<span className="sr">
					{" "}
					{brief(member.instanceId ?? member.name, 60)}
				</span>
			</button>
			<span id={why} className="sr">
				{told}
			</span>
			<Problem problem={failure} />
		</>
	);
}
