// What does a notice say in Korean?

import { paletteWords } from "../apart/palette.ts";
import { amount, count } from "../numbers.ts";
import { duration, largest } from "../times.ts";
import type { NoticeWords } from "../words/notice.ts";
import { reasons } from "./codes.ts";

const before = {
	fires: "",
	"still fires": "계속 · ",
	over: "해소 · ",
	test: "시험 · ",
} as const;

const ends = {
	calm: "더 이상 해당하지 않음",
	gone: "보드에서 사라짐",
	back: "다시 나타남",
	"rule changed": "규칙이 바뀜",
	"rule removed": "규칙이 삭제됨",
	"broker removed": "브로커를 더 이상 감시하지 않음",
} as const;

const gravities = { note: "참고", warning: "경고", critical: "심각" } as const;

const several = (unit: string, n: number, of: number): string =>
	n === of
		? `${unit} ${count(of, "ko")}개`
		: `${unit} ${count(of, "ko")}개 중 ${count(n, "ko")}개`;

export const koNotice: NoticeWords = {
	language: "ko",
	reasons,
	usual: new Map([
		["losing", "유실"],
		["stopped", "중지"],
		["stalled", "정체"],
		["broker silent", "브로커 무응답"],
		["outlet failing", "알림 전달 실패"],
		["no room", "디스크 부족"],
	]),
	title: (says, rule, what) => `${before[says]}${rule}: ${what}`,
	subscription: (channel, group, broker) =>
		group === null
			? `${channel} (${broker})`
			: `${channel} → ${group} (${broker})`,
	outlet: (name) => `수신처 ${name}`,
	store: "Tidemark의 디스크",
	several: (n, of, on) =>
		on === null ? several("구독", n, of) : `${on}의 ${several("구독", n, of)}`,
	severalAlerts: (n, of) => several("알림", n, of),
	evidence: {
		broker: "브로커가 응답하지 않아 구독의 상태를 알 수 없습니다.",
		outlet: "보낸 것을 받지 않습니다. 전할 내용은 기다렸다가 다시 보냅니다.",
		store: "디스크가 거의 찼습니다. 기록을 남기지 못하고 있습니다.",
	},
	gone: "보드에서 사라졌습니다.",
	since: (moment, lasted) => `시작: ${moment} (${lasted}째)`,
	lag: (lag) => `밀린 메시지 ${amount(lag, "ko")}건.`,
	loses: (seconds) =>
		seconds < 1
			? "지금 메시지가 유실되고 있습니다."
			: `약 ${duration(seconds, "ko")} 뒤 메시지가 유실됩니다.`,
	drained: (seconds) =>
		`이 속도면 약 ${largest(seconds, "ko")} 뒤 모두 처리됩니다.`,
	over: (why, moment, lasted) =>
		`해소: ${moment} (${lasted} 만에)${why === null ? "" : `, ${ends[why]}`}`,
	gravity: (gravity) => `심각도: ${gravities[gravity]}`,
	test: "전달되는지 시험하는 알림입니다. 아무 문제도 없습니다.",
	more: (n) => `외 ${count(n, "ko")}개`,
	see: "그 시점 보기",
	seeBroker: "브로커 보기",
	all: "모든 알림",
	deeds: paletteWords.ko.deeds,
	sentBy: (outlet) => `Tidemark에서 보냄, 수신처 ${outlet}.`,
};
