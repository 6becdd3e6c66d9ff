// What does the product say in English?
import { enBoard } from "./en-board.ts";
import { enBroker } from "./en-broker.ts";
import { plural, problems, reasons, troubles } from "./en-codes.ts";
import { enMembers } from "./en-members.ts";
import { notes } from "./en-notes.ts";
import { enPending } from "./en-pending.ts";
import { enSubscription } from "./en-subscription.ts";
import { numbersIn } from "./spoken-numbers.ts";
import { clock, duration, precisely } from "./times.ts";
import type { Words } from "./words.ts";

export const en: Words = {
	language: "en",
	verdicts: {
		healthy: "healthy",
		abandoned: "abandoned",
		unknown: "unknown",
		slow: "slow",
		stalled: "stalled",
		stopped: "stopped",
		losing: "losing",
	},
	reasons,
	notes,
	troubles,
	problems,
	numbers: numbersIn("en", {
		ago: (seconds) => `${precisely(seconds, "en")} ago`,
		notKnown: "not known",
	}),
	bar: {
		main: "Main",
		board: "Board",
		wall: "Wall",
		live: "Live",
		paused: (atMs) => `Paused at ${clock(atMs, "en")}`,
		pauseTitle: "Stop asking for new values (l)",
		liveTitle: "Ask for new values again (l)",
		theme: "Theme",
		themes: { system: "As the system", light: "Light", dark: "Dark" },
		language: "Language",
		toContent: "To the content",
	},
	strip: {
		brokers: "Brokers",
		late: (seconds) => `late, ${precisely(seconds, "en")} ago`,
		silent: (seconds) => `no answer for ${duration(seconds, "en")}`,
		never: "no answer yet",
		every: (seconds) => `every ${duration(seconds, "en")}`,
		last: (ms) => `last ${clock(ms, "en")}`,
		all: (n) => `${plural(n, "broker", "brokers")} up to date`,
		others: (n) => `${plural(n, "other", "others")} up to date`,
		open: "Open its page",
		said: (detail) => `It said “${detail}”`,
		part: (part, trouble) => `${part} ${trouble}`,
	},
	banner: {
		nothingNew: (seconds) => `Nothing new for ${precisely(seconds, "en")}.`,
		collector: (sinceMs) =>
			`The collector has stopped writing; all values are from ${clock(sinceMs, "en")} and are shown grey.`,
		collectorNever: "The collector has not written anything yet.",
		offline: "This browser is offline.",
		server: "The server does not answer.",
		valuesFrom: (ms) =>
			`All values are from ${clock(ms, "en")} and are shown grey.`,
		partly: "Asking again.",
		noRoom: "History is not being kept: the disk is almost full.",
		noRoomMeans:
			"The board goes on; history begins again by itself once there is room.",
	},
	board: enBoard,
	members: enMembers,
	subscription: enSubscription,
	brokerPage: enBroker,
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
	keys: {
		title: "Keys",
		close: "Close",
		rows: [
			["j k", "next row, row before"],
			["Enter", "open the row"],
			["→ ←", "open a family, close it"],
			["/", "filter"],
			["1 … 7", "one verdict, from grave to calm"],
			["a", "apply the order that is held"],
			["l", "live or paused"],
			["r", "ask again now"],
			["g b", "board"],
			["g w", "wall"],
			["?", "these keys"],
		],
	},
	trouble: {
		title: "This page could not be shown",
		again: "Try again",
		missingPage: "There is no such page",
		toBoard: "To the board",
	},
};
