// What do single pages say in English? Fetched with the first of them.
import { enBeside } from "./en-beside.ts";
import { enBroker } from "./en-broker.ts";
import { enHistory } from "./en-history.ts";
import { notes } from "./en-notes.ts";
import { enPending } from "./en-pending.ts";
import { enSubscription } from "./en-subscription.ts";
import type { PageWords } from "./pages.ts";

export const enPages: PageWords = {
	notes,
	subscription: enSubscription,
	brokerPage: enBroker,
	history: enHistory,
	beside: enBeside,
	pending: enPending,
	entry: {
		title: "Enter",
		entering: "Opening the board…",
		refused: "This page needs an entry link",
		how: "Run this on the machine of the console: it prints a link that works once, for a short time.",
		command: "tidemark link",
		again: "Try again",
		firstTitle: "Connect your first broker",
		firstLead:
			"Then every backlog on it is on one page, the one nearest to losing messages first.",
		firstStep:
			"Write its address into tidemark.yaml, under a name of your choice:",
		secretStep: `Passwords stay out of the file: give them as variables of the environment, named as in \${NAME}.`,
		restartStep: "Then start it again:",
		finds: "What is found",
		copy: "Copy",
		copied: "Copied",
		readsOnly:
			"Tidemark only reads. It changes nothing at a broker and keeps no contents of messages.",
	},
};
