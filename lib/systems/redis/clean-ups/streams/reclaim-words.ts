// How is it said what a reclaim would do? Its effects, warnings and figures, as a plan.
import { type Amount, exactly } from "#lib/core/amount.ts";
import type { Reclaim } from "#lib/core/clean-up/clean-up.ts";
import type { Choice, Plan } from "#lib/core/clean-up/plan.ts";
import type {
	FigureCode,
	Refusal,
	Warning,
} from "#lib/core/clean-up/remark.ts";
import { type Counts, figuresOf } from "../../../figures.ts";
import type { HeldRow } from "../../looks/replies.ts";
import { linesOf } from "../lines.ts";
import { ackCommands, heldCommands, removeCommands } from "./commands.ts";
import { countsOf, minus, plus } from "./counts.ts";
import type { GroupNow, MemberNow, Place } from "./group-now.ts";
import type { HeldLook } from "./held-rows.ts";
import { effectsOf } from "./reclaim-effects.ts";
import type { Seen, SeenMember } from "./seen.ts";

export type Drawn = {
	readonly place: Place;
	readonly now: GroupNow;
	readonly look: HeldLook;
	readonly members: readonly MemberNow[];
	readonly seenMembers: readonly SeenMember[];
	readonly choices: readonly Choice[];
	readonly choice: Choice | null;
	readonly cleanUp: Reclaim;
	readonly messages: Amount;
	/** Those that were looked at and are taken. */
	readonly rows: readonly HeldRow[];
	readonly sources: ReadonlySet<string>;
	/** How much is put aside already; null where nothing more will be. */
	readonly aside: number | null;
};

const aside = "put aside";
const usual: readonly FigureCode[] = [
	...(["members", "held by absent", "held by live"] as const),
	...(["waiting", "kept"] as const),
];

const membersShown = 200;
/** One removal reads all members of the group at once. */
const manyMembers = 2_000;

export function planFrom(drawn: Drawn, refusal: Refusal | null): Plan {
	const { place, now, cleanUp, choice, choices, messages } = drawn;
	const removed = drawn.seenMembers.filter(({ isRemoved }) => isRemoved);
	const before = countsOf(now, drawn.sources, drawn.aside);
	const shown: readonly FigureCode[] =
		choice?.fate === "dead-letter" ? [...usual, aside] : usual;
	const seen: Seen = {
		...{ runId: now.runId, atMs: now.atMs, groups: now.groups.length },
		clears: drawn.look.gone.size > 0,
		...{ to: choice?.to ?? null, members: [...drawn.seenMembers] },
		further: { action: "reclaim" },
	};
	const isLossy = choice?.risk === "loses messages";
	return {
		...{ cleanUp, choices, messages, refusal, seen },
		risk: choice?.risk ?? "none",
		seenMs: Date.now(),
		effects: effectsOf(drawn, removed),
		warnings: warningsOf(drawn, removed),
		figures: figuresOf(before, after(drawn, before, removed.length), shown),
		members: drawn.seenMembers.slice(0, membersShown).map((it) => ({
			...{ name: it.name, holding: it.holding },
			...{ idleMs: it.idleMs, isRemoved: it.isRemoved },
		})),
		membersLeftOut: Math.max(0, drawn.members.length - membersShown),
		...{ moves: [], movesLeftOut: 0, pace: null },
		membersRemoved: removed.length,
		undo: undoOf(choice),
		commands: commandsOf(drawn, removed),
		typed: isLossy ? place.subscription.group : null,
	};
}

function undoOf(choice: Choice | null): Plan["undo"] {
	switch (choice?.fate) {
		case "hand over":
			return "until acknowledged";
		case "re-enqueue":
			return "until read";
		case "dead-letter":
		case "acknowledge":
			return "while kept";
		default:
			return "not needed";
	}
}

function warningsOf(
	{ choice, look, messages, members }: Drawn,
	removed: readonly SeenMember[],
): readonly Warning[] {
	const warnings: Warning[] = [...(choice?.warnings ?? [])];
	const doubtful = members.filter(({ verdict }) => verdict !== "dead").length;
	if (doubtful > 0)
		warnings.push({ code: "members may live", values: { members: doubtful } });
	if (look.isCut && messages.bound === "at least") {
		const looked = look.rows.length;
		warnings.push({ code: "looked at some", values: { looked } });
	}
	if (removed.length > 0)
		warnings.push({ code: "comes back by itself", values: {} });
	if (removed.length > manyMembers) {
		const ms = Math.round(removed.length / 200);
		warnings.push({ code: "holds up server", values: { ms } });
	}
	return warnings;
}

function after(
	{ choice, messages, look }: Drawn,
	before: Counts,
	removed: number,
): Counts {
	const { "held by absent": absent, "held by live": live } = before;
	const gone = exactly(look.gone.size);
	const left = choice === null ? absent : minus(absent, messages);
	const isHanded = choice?.fate === "hand over";
	const isAgain = choice?.fate === "re-enqueue";
	return {
		...before,
		members: minus(before.members, exactly(removed)),
		"held by absent": minus(left, gone),
		...(choice?.fate === "dead-letter"
			? { [aside]: plus(before[aside], messages) }
			: {}),
		"held by live": isHanded ? plus(live, messages) : (live ?? null),
		waiting: isAgain
			? plus(before.waiting, messages)
			: (before.waiting ?? null),
		kept: isAgain ? plus(before.kept, messages) : (before.kept ?? null),
	};
}

function commandsOf(
	{ place, cleanUp, rows, now, look }: Drawn,
	removed: readonly SeenMember[],
): readonly string[] | null {
	const held = heldCommands(place, cleanUp, rows, now.atMs);
	const names = removed.map(({ name }) => name);
	if (held === null) return null;
	const cleared = ackCommands(place, [...look.gone]);
	const removals = removeCommands(place, names);
	return linesOf(place, [...held, ...cleared, ...removals]);
}
