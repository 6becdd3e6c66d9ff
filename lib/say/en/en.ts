// What does the product say in English, on whichever page?

import type { EarlyWords } from "../pages.ts";
import { numbersIn } from "../spoken-numbers.ts";
import { clock, duration, precisely } from "../times.ts";
import { enBoard } from "./board.ts";
import { plural, problems, reasons, troubles } from "./codes.ts";
import { enMembers } from "./members.ts";

export const en: EarlyWords = {
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
	troubles,
	problems,
	numbers: numbersIn("en", {
		ago: (seconds) => `${precisely(seconds, "en")} ago`,
		notKnown: "not known",
	}),
	bar: {
		main: "Main",
		board: "Board",
		alerts: "Alerts",
		firing: (n) => `${plural(n, "alert", "alerts")} firing`,
		wall: "Wall",
		activity: "Activity",
		people: "People",
		live: "Live",
		paused: (atMs) => `Paused at ${clock(atMs, "en")}`,
		pauseTitle: "Stop asking for new values (l)",
		liveTitle: "Ask for new values again (l)",
		theme: "Theme",
		themes: { system: "As the system", light: "Light", dark: "Dark" },
		language: "Language",
		toContent: "To the content",
		keys: "Keys",
		find: "Find or do",
		zoneTitle: (zone, isLocal) =>
			`Times in ${isLocal ? `local time, ${zone}` : zone} (t)`,
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
		damaged: "The store of this console is damaged.",
		damagedMeans:
			"History is not being kept, and the rest goes on as far as it can. On the server, end Tidemark and bring a backup back with `tidemark restore`.",
	},
	board: enBoard,
	members: enMembers,
	trouble: {
		title: "This page could not be shown",
		again: "Try again",
		partGone:
			"A part of it could not be fetched. After an upgrade it has to be loaded anew.",
		reload: "Reload",
		missingPage: "There is no such page",
		toBoard: "To the board",
	},
};
