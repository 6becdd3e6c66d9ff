// What is a clean-up called in English, before, while and after it is done?
import type { Amount } from "#lib/core/amount.ts";
import { count } from "../numbers.ts";
import type { Deed, DeedKind, DeedWords } from "../words/clean-up-deeds.ts";
import { plural } from "./codes.ts";

const bounds = {
	exact: "",
	"at least": "at least ",
	"at most": "at most ",
	about: "about ",
} as const;

export const bounded = ({ n, bound }: Amount): string =>
	bounds[bound] + count(n, "en");

export const some = ({ n, bound }: Amount, one: string, more: string): string =>
	bounds[bound] + plural(n, one, more);

type Verb = readonly [
	does: string,
	doing: string,
	done: string,
	one: string,
	more: string,
];

const messages = ["message", "messages"] as const;
const positions = ["position", "positions"] as const;

/** Null where there is nothing to be counted. */
const verbs: Readonly<Record<DeedKind, Verb | null>> = {
	count: null,
	remove: null,
	destroy: null,
	evict: null,
	delete: null,
	move: ["Move", "Moving", "moved", ...messages],
	purge: ["Throw away", "Throwing away", "thrown away", ...messages],
	reset: ["Reset", "Resetting", "reset", ...positions],
	forget: ["Forget", "Forgetting", "forgotten", ...positions],
	park: ["Dead-letter", "Dead-lettering", "dead-lettered", ...messages],
	recover: ["Return", "Returning", "returned", ...messages],
	clear: ["Clear", "Clearing", "cleared", "claim", "claims"],
	redrive: ["Put back", "Putting back", "put back", ...messages],
	undo: ["Give back", "Giving back", "given back", ...messages],
	restore: ["Restore", "Restoring", "restored", ...positions],
	trim: ["Trim", "Trimming", "trimmed", ...messages],
	"hand over": ["Hand over", "Handing over", "handed over", ...messages],
	"re-enqueue": ["Re-enqueue", "Re-enqueuing", "re-enqueued", ...messages],
	"dead-letter": [
		"Dead-letter",
		"Dead-lettering",
		"dead-lettered",
		...messages,
	],
	acknowledge: ["Acknowledge", "Acknowledging", "acknowledged", ...messages],
};

const alone = {
	count: ["Count the lag anew", "Counting the lag anew", "lag counted anew"],
	destroy: ["Delete the group", "Deleting the group", "group deleted"],
	undo: ["Take it back", "Taking it back", "taken back"],
	restore: ["Take it back", "Taking it back", "taken back"],
	evict: ["Take the member out", "Taking the member out", "member taken out"],
	delete: ["Delete the channel", "Deleting the channel", "channel deleted"],
} as const;

const isAlone = (kind: DeedKind): kind is keyof typeof alone => kind in alone;

/** What it says without a number of messages. */
function aloneOf({ kind, targets }: Deed): readonly [string, string, string] {
	if (kind === "destroy" && targets > 1) {
		const groups = plural(targets, "group", "groups");
		return [`Delete ${groups}`, `Deleting ${groups}`, `${groups} deleted`];
	}
	return isAlone(kind)
		? alone[kind]
		: ["Do nothing", "Looking again", "nothing done"];
}

const lower = (text: string): string =>
	text.charAt(0).toLowerCase() + text.slice(1);

function joined(parts: readonly string[], between: string): string {
	return parts.map((part, i) => (i === 0 ? part : lower(part))).join(between);
}

const removal = ({ kind, members }: Deed, verb: string): readonly string[] =>
	members === 0 || kind === "destroy" || kind === "evict"
		? []
		: [
				kind === "undo"
					? `Register ${plural(members, "member", "members")} again`
					: `${verb} ${plural(members, "member", "members")}`,
			];

/** How the parts of a deed are put together, with a number where there is one. */
function said(deed: Deed, at: 0 | 1, isBrief: boolean): string {
	const verb = verbs[deed.kind];
	const parts: string[] = [];
	if (verb !== null && deed.messages.n > 0)
		parts.push(
			`${verb[at]} ${isBrief ? bounded(deed.messages) : some(deed.messages, verb[3], verb[4])}`,
		);
	parts.push(...removal(deed, at === 0 ? "Remove" : "Removing"));
	if (parts.length === 0) parts.push(aloneOf(deed)[at]);
	return joined(parts, isBrief ? ", " : " and ");
}

export const enDeeds: DeedWords = {
	button: (deed) => said(deed, 0, true),
	title: (deed) => said(deed, 0, false),
	doing: (deed) => said(deed, 1, false),
	done: (deed) => {
		const verb = verbs[deed.kind];
		const parts: string[] = [];
		if (verb !== null && deed.messages.n > 0)
			parts.push(`${bounded(deed.messages)} ${verb[2]}`);
		if (deed.members > 0 && deed.kind !== "destroy" && deed.kind !== "evict")
			parts.push(
				`${plural(deed.members, "member", "members")} ${deed.kind === "undo" ? "registered again" : "removed"}`,
			);
		return parts.length === 0 ? aloneOf(deed)[2] : parts.join(", ");
	},
};
