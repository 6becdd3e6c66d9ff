// How is a rule read and written in Korean?
import { measures } from "#lib/core/alert/rule.ts";
import { count } from "../numbers.ts";
import { duration } from "../times.ts";
import type { RulesWords } from "../words/rules.ts";
import { koVerdicts } from "./verdicts.ts";

const n = (value: number): string => count(value, "ko");
const over = (days: number) =>
	days === 1 ? "지난 24시간 동안" : `지난 ${n(days)}일 동안`;

const measured: RulesWords["conditions"]["measures"] = {
	lag: "밀린 수",
	"time lag": "밀린 시간",
	holding: "보유량",
	"oldest held": "가장 오래 보유한 시간",
	deliveries: "전달 횟수",
	margin: "유실까지 남은 시간",
	drained: "따라잡는 시간",
	"live members": "살아 있는 멤버",
	"dead members": "종료된 멤버",
};

export const koRules: RulesWords = {
	title: "규칙",
	count: (rules) => `규칙 ${n(rules)}개`,
	loading: "규칙을 불러오는 중",
	all: "규칙",
	new: "새 규칙",
	sources: { usual: "기본", file: "파일", screen: "화면" },
	fromFile:
		"설정 파일에 적힌 규칙이라 파일에서 바꿉니다. 여기서 고른 값은 과거 기록으로 시험만 합니다.",
	fromUsual: "기본 규칙입니다. 여기서 저장하면 그 규칙이 대신합니다.",
	edited: "수정됨",
	off: "꺼짐",
	name: "이름",
	namePlaceholder: "결제 적체",
	gravity: "심각도",
	text: "대처 방법",
	textPlaceholder: "통지마다 함께 전합니다",
	on: "켬",
	sentence: {
		when: "{condition} 상태가 {for} 이어지면",
		among: "대상 {among}",
		everything: "전체",
		matched: (matched) => `구독 ${n(matched)}개`,
		tell: "알릴 곳 {tell} 다시 알림 간격 {again}",
		everyone: "모두",
		once: "없음",
		calm: "심각도 {as} 잠잠한 상태가 {calm} 이어지면 끝났다고 알립니다.",
		labels: {
			condition: "조건",
			number: "숫자",
			unit: "단위",
			for: "지속 시간",
			among: "대상",
			tell: "알릴 곳",
			again: "다시 알림 간격",
			calm: "끝났다고 볼 잠잠한 시간",
		},
	},
	conditions: {
		atLeast: (verdict) =>
			verdict === "losing"
				? `구독 판정이 ${koVerdicts[verdict]}`
				: `구독 판정이 ${koVerdicts[verdict]} 이상`,
		alone: (verdict) => `구독 판정이 ${koVerdicts[verdict]}, 이것만`,
		measures: {
			lag: "밀린 수가 다음보다 많음",
			"time lag": "밀린 시간이 다음보다 김",
			holding: "보유량이 다음보다 많음",
			"oldest held": "가장 오래 보유한 시간이 다음보다 김",
			deliveries: "한 메시지의 전달 횟수가 다음보다 많음",
			margin: "유실까지 남은 시간이 다음보다 짧음",
			drained: "따라잡는 시간이 다음보다 김",
			"live members": "살아 있는 멤버가 다음보다 적음",
			"dead members": "종료된 멤버가 다음보다 많음",
		},
		measured: (of, limit) =>
			`${measured[of]} ${limit} ${measures[of].side === "over" ? "초과" : "미만"}`,
		others: {
			vanished: "구독이 사라짐",
			"broker silent": "브로커 무응답",
			"outlet failing": "수신처에 닿지 않음",
			"no room": "디스크가 가득 참",
		},
	},
	counts: { messages: "건", times: "번", members: "명" },
	units: { s: "초", min: "분", h: "시간", d: "일" },
	backTest: {
		times: (times, days) =>
			times === 0
				? `${over(days)} 울리지 않았을 것입니다`
				: `${over(days)} ${n(times)}번 울렸을 것입니다`,
		asking: "기록에 묻는 중",
		failed: "기록을 확인하지 못했습니다",
		nothing: "대상 가운데 이 조건에 맞은 것이 없습니다.",
		notAsked: "이 규칙이 보는 것은 기록에 남지 않습니다.",
		looked: (looked, matched) =>
			looked === matched
				? `구독 ${n(looked)}개를 살펴보았습니다.`
				: `구독 ${n(matched)}개 중 ${n(looked)}개를 살펴보았습니다.`,
		known: (moment) => `기록은 ${moment}부터입니다. 그 전은 알 수 없습니다.`,
		leftOut: (terms) => `지난 일은 알 수 없어 여기서는 뺐습니다: ${terms}`,
		knowsNothing: "아직 남은 기록이 없습니다.",
		still: "계속",
		more: (rest) => `이전 ${n(rest)}번 더`,
		with: (what, times) => `${what}: ${n(times)}번`,
		picture: (name, times) =>
			`규칙이 보는 값, ${name}. 울렸을 구간 ${n(times)}곳 표시. 아래 목록에 모두 있습니다`,
		inAll: (seconds) => `모두 ${duration(seconds, "ko")}.`,
		range: "기간",
	},
	notice: {
		title: "통지 미리 보기",
		example: "꾸며 낸 예시입니다. 지금 이 규칙으로 울리는 알림은 없습니다.",
	},
	save: "규칙 저장",
	saving: "저장하는 중",
	discard: "취소",
	remove: "삭제",
	removeUsual: "기본값으로",
	saved: "저장했습니다. 지금부터 감시합니다.",
	removed: "삭제했습니다.",
	nameNeeded: "이름이 필요합니다.",
	nameTaken: "같은 이름의 규칙이 있습니다.",
	changed: (parts) => `변경: ${parts}`,
	fromTo: (from, to) => `${from} → ${to}`,
	newOne: "새 규칙",
	parts: {
		name: "이름",
		when: "조건",
		among: "대상",
		tell: "알릴 곳",
		text: "대처 방법",
		on: "켜짐",
		off: "꺼짐",
	},
};
