// What is said of the members of a group, and of each of them, in Korean?
import { count } from "../numbers.ts";
import type { MemberWords } from "../words/words.ts";

const verdicts: MemberWords["verdicts"] = {
	live: "생존",
	unknown: "알 수 없음",
	stuck: "멈춤",
	dead: "종료",
};

const bounds = {
	exact: "",
	"at least": "최소 ",
	"at most": "최대 ",
	about: "약 ",
} as const;

export const koMembers: MemberWords = {
	verdicts,
	registered: (n) => `등록 ${count(n, "ko")}`,
	live: ({ n, bound }) => `생존 ${bounds[bound]}${count(n, "ko")}`,
	count: (n, verdict) => `${verdicts[verdict]} ${count(n, "ko")}`,
};
