// What do the entry page and the first run say in English?

import { count } from "../numbers.ts";
import type { EntryWords } from "../words/entry.ts";
import { plural } from "./codes.ts";

export const enEntry: EntryWords = {
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
	address: "Broker address",
	test: "Test connection",
	testAgain: "Test again",
	asking: (address) => `Asking ${address}…`,
	lookingHere: "Looking at the usual ports of this machine…",
	nothingHere: (places) =>
		`Nothing answers on the usual ports of this machine: ${places.join(", ")}.`,
	hereAnswers: (label, address) =>
		`${label} answers on this machine: ${address}`,
	take: "Test this one",
	lookAgain: "Look again",
	answers: (name) => `${name} answers`,
	found: (n, complete) =>
		`Found ${complete ? "" : "at least "}${plural(n, "subscription", "subscriptions")}`,
	ofKind: (n, channel) => `${count(n, "en")} × ${channel}`,
	foundNone:
		"Nobody reads anything there yet: rows come with the first reader.",
	wantsSignIn: "It is there, and answers nobody who has not signed in",
	signInLater: `Nobody signs in from this page. In the lines below the password is the name of a variable, and Tidemark signs in when it starts.`,
	failed: (address, says) => `${address} ${says}.`,
	whatToTry: "What to try:",
	details: "Copy the details",
	name: "Name on the board",
	byHand: "Write tidemark.yaml without a test",
	demo: "No broker at hand? The demo starts small ones with something going on:",
	demoCommand: "npm run demo",
};
