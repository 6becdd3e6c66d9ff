// How does a clean-up look on the wire? What only the system reads in a plan stays on the server.
import { typedFor } from "#lib/core/clean-up/consent.ts";
import type { Outcome } from "#lib/core/clean-up/outcome.ts";
import type { Plan } from "#lib/core/clean-up/plan.ts";
import type { Target, Undertaking } from "#lib/core/clean-up/undertaking.ts";
import type { CleanUpWish, Errand } from "#lib/core/errand.ts";
import type {
	CleanUpReply,
	OutcomeReply,
	TargetReply,
	UndertakingReply,
} from "./clean-up.ts";
import type { PlanReply } from "./clean-up-plan.ts";
import { isoOf } from "./on-wire.ts";

const fromLength = 8;
const isoOrNull = (ms: number | null) => (ms === null ? null : isoOf(ms));

export function cleanUpOnWire(errand: Errand, wish: CleanUpWish): CleanUpReply {
	const { undertaking, endedMs } = errand;
	return {
		verb: "clean up",
		id: errand.id,
		by: errand.by,
		from: errand.session.slice(0, fromLength),
		state: errand.state,
		asked: isoOf(errand.askedMs),
		ended: isoOrNull(endedMs),
		cleanUp: wishOnWire(wish.cleanUp),
		filter: "filter" in wish.targets ? wish.targets.filter : null,
		undertaking: undertaking && undertakingOnWire(undertaking),
		failure: errand.failure,
	};
}

function undertakingOnWire(it: Undertaking): UndertakingReply {
	const { approval } = it;
	return {
		targets: it.targets.map(targetOnWire),
		leftOut: it.leftOut,
		hash: it.hash,
		planned: isoOf(it.plannedMs),
		expires: isoOf(it.expiresMs),
		typed: typedFor(it.targets),
		approval: approval && {
			...{ by: approval.by, from: approval.from, why: approval.why },
			at: isoOf(approval.atMs),
		},
		started: isoOrNull(it.startedMs),
		stoppedBy: it.stoppedBy,
		undoneBy: it.undoneBy,
	};
}

const targetOnWire = (target: Target): TargetReply => ({
	...target,
	plan: target.plan && planOnWire(target.plan),
	outcome: target.outcome && outcomeOnWire(target.outcome),
	afterwards: target.afterwards.map(({ atMs, code, values }) => ({
		...{ code, values, at: isoOf(atMs) },
	})),
});

function planOnWire({ seen: _, seenMs, ...plan }: Plan): PlanReply {
	return {
		...plan,
		at: isoOf(seenMs),
		cleanUp: wishOnWire(plan.cleanUp),
		effects: [...plan.effects],
		warnings: [...plan.warnings],
		figures: [...plan.figures],
		choices: plan.choices.map((choice) => ({
			...choice,
			candidates: [...choice.candidates],
			warnings: [...choice.warnings],
		})),
		members: [...plan.members],
		moves: [...plan.moves],
		commands: plan.commands && [...plan.commands],
	};
}

const outcomeOnWire = ({ verifiedMs, ...outcome }: Outcome): OutcomeReply => ({
	...outcome,
	refusals: [...outcome.refusals],
	figures: [...outcome.figures],
	verified: isoOrNull(verifiedMs),
});

function wishOnWire(cleanUp: Plan["cleanUp"]): PlanReply["cleanUp"] {
	switch (cleanUp.action) {
		case "reclaim":
		case "remove":
			return { ...cleanUp, members: cleanUp.members && [...cleanUp.members] };
		case "recover":
			return { ...cleanUp, from: cleanUp.from && [...cleanUp.from] };
		case "reset": {
			const { partitions, to } = cleanUp;
			return {
				...{ action: "reset", partitions: partitions && [...partitions] },
				to:
					to.place === "listed" ? { ...to, positions: [...to.positions] } : to,
			};
		}
		default:
			return cleanUp;
	}
}
