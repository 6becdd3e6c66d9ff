// What is said of the members of a group, in English?
import { count } from "../numbers.ts";
import type { MemberWords } from "../words/words.ts";

const verdicts: MemberWords["verdicts"] = {
	live: "live",
	unknown: "unknown",
	stuck: "stuck",
	dead: "dead",
};

const bounds = {
	exact: "",
	"at least": "at least ",
	"at most": "at most ",
	about: "about ",
} as const;

export const enMembers: MemberWords = {
	verdicts,
	registered: (n) => `${count(n, "en")} registered`,
	live: ({ n, bound }) => `${bounds[bound]}${count(n, "en")} live`,
	count: (n, verdict) => `${count(n, "en")} ${verdicts[verdict]}`,
};
