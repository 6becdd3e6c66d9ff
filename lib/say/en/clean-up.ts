// What does a clean-up say in English, from the button to what came of it?

import { count } from "../numbers.ts";
import type { CleanUpWords } from "../words/clean-up.ts";
import { enElsewhere } from "./clean-up-channels.ts";
import { enEffects, enRefusals, enWarnings } from "./clean-up-codes.ts";
import { enCourse } from "./clean-up-course.ts";
import { enDeeds } from "./clean-up-deeds.ts";
import { enPlan } from "./clean-up-plan.ts";
import { enCleanUpProblems } from "./clean-up-problems.ts";
import { enMoves, enWhereto } from "./clean-up-whereto.ts";
import { plural } from "./codes.ts";

export const enCleanUp: CleanUpWords = {
	deeds: enDeeds,
	plan: enPlan,
	effects: enEffects,
	warnings: enWarnings,
	refusals: enRefusals,
	figures: {
		members: "Members",
		"held by absent": "Held by dead members",
		"held by live": "Held by live members",
		held: "Held",
		waiting: "Lag",
		kept: "Messages kept",
		"put aside": "Put aside",
		positions: "Positions",
		"in progress": "In progress",
		"waiting there": "Lag there",
		bindings: "Bindings",
	},
	fates: {
		"hand over": {
			name: "Hand over",
			means: (to) =>
				to === null
					? "A living member holds them from now on. Age and deliveries are kept."
					: `${to} holds them from now on. Age and deliveries are kept.`,
		},
		"re-enqueue": {
			name: "Re-enqueue",
			means: () => "A copy goes to the end of the channel.",
		},
		"dead-letter": {
			name: "Dead-letter",
			means: (to) =>
				to === null
					? "Put aside, where they wait for a person."
					: `Moved to ${to}, where they wait for a person.`,
		},
		acknowledge: {
			name: "Acknowledge",
			means: () =>
				"Marked as done without being done. This group never sees them again.",
		},
	},
	risks: {
		none: "nothing is lost or moved",
		"moves messages": "moves messages",
		"repeats messages": "repeats messages",
		"loses messages": "loses messages",
	},
	undoings: {
		"not needed": "Undo is not needed: what was taken comes back by itself.",
		"until acknowledged":
			"Can be undone until a message is acknowledged or claimed on: owner, age and deliveries are saved first.",
		"until read": "Can be undone as long as nobody has read the copies.",
		"while kept": "Can be undone while the messages are still there.",
		"while empty":
			"Can be undone as long as the group has no members: every position is saved first, with what was written beside it.",
		"until taken": "Can be undone as long as nobody has taken them.",
		impossible: "Cannot be undone.",
	},
	problems: enCleanUpProblems,
	course: enCourse,
	offer: {
		title: "Clean up",
		more: "More…",
		less: "Fewer",
		actions: {
			count: () => "Count the lag…",
			remove: (_, dead) =>
				dead === null || dead === 0
					? "Remove dead members…"
					: `Remove ${plural(dead, "dead member", "dead members")}…`,
			clear: () => "Clear what is gone…",
			reclaim: (held, dead) =>
				held === null || held === 0 || dead === null || dead === 0
					? "Reclaim…"
					: `Reclaim ${count(held, "en")} from ${plural(dead, "dead member", "dead members")}…`,
			park: () => "Dead-letter what keeps failing…",
			recover: (held) =>
				held === null || held === 0
					? "Return what lies in progress…"
					: `Return ${count(held, "en")} in progress…`,
			redrive: () => "Put back dead letters…",
			reset: () => "Reset positions…",
			forget: () => "Forget this channel…",
			trim: () => "Trim…",
			destroy: () => "Delete the group…",
			move: () => "Move messages…",
			delete: () => "Delete the channel…",
			purge: () => "Throw messages away…",
		},
		needs: (role) => `needs ${role}`,
		readOnly: "read-only by configuration",
		noDead: "no dead members",
		hasMembers: "needs a group without members",
		stale: "values are old",
		asking: "Asking",
		evict: "Take out…",
		row: "Clean up…",
	},
	whereto: enWhereto,
	elsewhere: enElsewhere,
	moves: enMoves,
	narrow: {
		title: "Only some of them",
		stuck: "Also from members that are stuck: may run twice",
		remove: "Remove members that then hold nothing",
		only: (n) => `Draw the plan for ${plural(n, "member", "members")} only`,
	},
	bulk: {
		title: (n) => `Clean up ${plural(n, "subscription", "subscriptions")}`,
		button: (verb, n) =>
			`${verb} in ${plural(n, "subscription", "subscriptions")}`,
		actions: {
			destroy: "Delete groups…",
			forget: "Forget these channels…",
			delete: "Delete channels…",
		},
		leftOut: (n) =>
			`${count(n, "en")} more match and are not part of this: a clean-up has at most 100.`,
		cannot: (n) =>
			`Nothing is done in ${plural(n, "subscription", "subscriptions")}`,
		selected: (n) => `${count(n, "en")} selected`,
		allMatching: (n) => `All ${count(n, "en")} that match`,
		clear: "Select none",
		some: "Select some of them",
		none: "Nothing here can be cleaned up.",
		each: "One by one",
		details: "Details",
	},
};
