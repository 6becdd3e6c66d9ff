// What does a verdict of a member rest on, in English?

import { count } from "../numbers.ts";
import { numberOf } from "../sentence.ts";
import { duration } from "../times.ts";
import type { Values, Words } from "../words/words.ts";
import { plural } from "./codes.ts";

const lasting = (values: Values, key: string): string =>
	duration(numberOf(values, key) ?? 0, "en");
const idle = (values: Values): string => lasting(values, "idleSeconds");
const counted = (values: Values, key: string): string =>
	count(numberOf(values, key) ?? 0, "en");

export const enEvidence: Words["evidence"] = {
	connected: () => "A connection bears its name",
	"takes at most": (values) =>
		`Connected, and handed at most ${plural(numberOf(values, "messages") ?? 0, "message", "messages")} at once`,
	"takes any number": () => "Connected, and handed any number at once",
	"waits unserved": () =>
		"Waits, and was never served: the broker does not list it yet",
	"seen lately": (values) => `Seen ${idle(values)} ago`,
	"seen without name": (values) =>
		`Seen ${idle(values)} ago, but no connection bears its name`,
	"connected but still": (values) =>
		`Connected, yet still for ${idle(values)} with ${plural(numberOf(values, "messages") ?? 0, "message", "messages")}: frozen or very slow`,
	"holds unseen": (values) =>
		`Not seen for ${idle(values)} with ${plural(numberOf(values, "messages") ?? 0, "message", "messages")}: dead or very slow, nobody can tell`,
	disconnected: (values) =>
		`The connection of its name went away ${lasting(values, "goneSeconds")} ago`,
	"nobody connected": () => "Nobody is connected to the broker",
	"no connection": (values) =>
		`No connection bears its name; not seen for ${idle(values)}`,
	"not woken": (values) =>
		`Not seen for ${idle(values)}, though a message came since, which wakes all who wait`,
	"stopped asking": (values) =>
		`Asked every ${lasting(values, "everySeconds")} at the latest, and has not for ${idle(values)}`,
	"passed over": (values) =>
		`Others were served ${counted(values, "turns")} times in turn, and no connection is left for it`,
	"may be passed over": (values) =>
		`Others were served ${counted(values, "turns")} times; dead, or it asks so often that it loses its turn`,
	quiet: (values) =>
		`Not seen for ${idle(values)}; where little comes, a waiting member looks the same`,
};
