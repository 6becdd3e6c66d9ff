// What is a clean-up called in Korean, before, while and after it is done?
import type { Amount } from "#lib/core/amount.ts";
import { count } from "../numbers.ts";
import type { Deed, DeedKind, DeedWords } from "../words/clean-up-deeds.ts";

const bounds = {
	exact: "",
	"at least": "최소 ",
	"at most": "최대 ",
	about: "약 ",
} as const;

export const bounded = ({ n, bound }: Amount): string =>
	bounds[bound] + count(n, "ko");

type Verb = readonly [what: string, verb: string];

/** Null where there is nothing to be counted. */
const verbs: Readonly<Record<DeedKind, Verb | null>> = {
	count: null,
	remove: null,
	destroy: null,
	evict: null,
	delete: null,
	move: ["메시지", "옮기기"],
	purge: ["메시지", "버리기"],
	reset: ["읽기 위치", "재설정"],
	forget: ["읽기 위치", "지우기"],
	park: ["메시지", "따로 보관"],
	recover: ["메시지", "되돌려 넣기"],
	clear: ["보유 기록", "정리"],
	redrive: ["메시지", "되돌려 넣기"],
	undo: ["메시지", "돌려주기"],
	restore: ["읽기 위치", "되돌리기"],
	trim: ["메시지", "잘라내기"],
	"hand over": ["메시지", "넘기기"],
	"re-enqueue": ["메시지", "다시 넣기"],
	"dead-letter": ["메시지", "따로 보관"],
	acknowledge: ["메시지", "확인 처리"],
};

const alone = {
	count: "밀린 수 다시 세기",
	destroy: "그룹 삭제",
	undo: "되돌리기",
	restore: "되돌리기",
	evict: "멤버 내보내기",
	delete: "채널 삭제",
} as const;

const isAlone = (kind: DeedKind): kind is keyof typeof alone => kind in alone;
const aloneOf = ({ kind, targets }: Deed): string =>
	kind === "destroy" && targets > 1
		? `그룹 ${count(targets, "ko")}개 삭제`
		: isAlone(kind)
			? alone[kind]
			: "할 일 없음";

/** What is counted in pieces, and what in cases. */
const each = (kind: DeedKind): string =>
	["reset", "forget", "restore"].includes(kind) ? "개" : "건";

function said(deed: Deed): string {
	const { kind, messages, members } = deed;
	const verb = verbs[kind];
	const parts: string[] = [];
	if (verb !== null && messages.n > 0)
		parts.push(`${verb[0]} ${bounded(messages)}${each(kind)} ${verb[1]}`);
	if (members > 0 && kind !== "destroy" && kind !== "evict")
		parts.push(
			`멤버 ${count(members, "ko")}명 ${kind === "undo" ? "다시 등록" : "제거"}`,
		);
	return parts.length === 0 ? aloneOf(deed) : parts.join(", ");
}

const nothing = ({ kind, messages, members }: Deed): boolean =>
	messages.n === 0 && members === 0 && !isAlone(kind);

export const koDeeds: DeedWords = {
	button: said,
	title: said,
	doing: (deed) => `진행 중: ${said(deed)}`,
	done: (deed) => (nothing(deed) ? "아무것도 하지 않음" : said(deed)),
};
