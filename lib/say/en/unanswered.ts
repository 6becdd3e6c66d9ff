// Why did an errand, a page or a way in come to nothing? In English: said by single pages only.

import { checkSentence, textOf, troubleSentence } from "../sentence.ts";
import type { Words } from "../words/words.ts";
import { checks } from "./checks.ts";
import { troubles } from "./troubles.ts";

export const unanswered: Pick<
	Words["rareProblems"],
	| "broker trouble"
	| "not a demo"
	| "entry key not valid"
	| "nothing remembered"
	| "broker unknown"
	| "errand gone"
	| "look failed"
	| "look late"
	| "store full"
	| "store busy"
	| "store damaged"
	| "name leads elsewhere"
> = {
	"broker trouble": (values) => {
		const detail = textOf(values, "detail");
		const part = textOf(values, "part") || "The broker";
		const said = detail === "" ? "" : `: “${detail}”`;
		return `${part} ${troubleSentence({ troubles, numbers: { notKnown: "does not answer" } }, values.code)}${said}. ${checkSentence({ checks }, values.code)}`.trimEnd();
	},
	"not a demo": () => "This is not a demo, so a key is needed.",
	"entry key not valid": () => "This key was used already, or has expired.",
	"nothing remembered": () =>
		"Nothing is remembered of this subscription: it was never seen, or so long ago that its history was let go.",
	"broker unknown": () =>
		"No broker of this name is configured. It may have had it before.",
	"errand gone": () => "What was asked has been forgotten. Ask again.",
	"look failed": () =>
		"The look failed for a reason of ours; the server's log has it.",
	"look late": () =>
		"No answer yet. The collector may be busy, or not running.",
	"store full": () =>
		"The disk of the console is full: what cannot be written down is not done.",
	"store busy": () =>
		"The store of this console was busy for too long, and nothing was done. Try again.",
	"store damaged": () =>
		"The store of this console is damaged, and this cannot be read or written any more. On the server, `tidemark restore` brings a backup back.",
	"name leads elsewhere": () =>
		"The broker cannot be asked about this name: in its paths it would mean something else.",
};
