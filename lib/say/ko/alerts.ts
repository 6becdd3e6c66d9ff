// What does the page say in Korean that tells what fires?

import { count } from "../numbers.ts";
import { duration } from "../times.ts";
import type { AlertsWords } from "../words/alerts.ts";
import { koAnswers } from "./answers.ts";
import { koMuting } from "./muting.ts";

const n = (value: number): string => count(value, "ko");

export const koAlerts: AlertsWords = {
	title: "알림",
	firing: "지금 울리는 알림",
	loading: "알림을 불러오는 중",
	nothing: "울리는 알림이 없습니다",
	nothingWhy: (pending) =>
		pending === 0
			? "규칙이 정한 시간만큼 문제가 이어지면 여기에 나타나고, 그 규칙의 수신처로 전해집니다."
			: `${n(pending)}건 대기 중: 규칙이 정한 시간만큼 이어지면 울립니다.`,
	pending: (pending) => `대기 ${n(pending)}건`,
	muteAll: "모두 음소거…",
	gravities: { note: "참고", warning: "경고", critical: "심각" },
	outlet: (name) => `수신처 ${name}`,
	store: "저장소",
	evidence: {
		broker: "브로커가 응답하지 않아 구독의 상태를 알 수 없습니다",
		outlet: "보낸 것을 받지 않습니다. 통지는 기다렸다가 다시 보냅니다",
		store: "디스크가 거의 찼습니다. 기록을 남기지 못하고 있습니다",
	},
	vanished: "보드에서 사라졌습니다",
	rule: (name, also) =>
		also.length === 0
			? `규칙 “${name}”`
			: `규칙 “${name}”, 함께: ${also.map((one) => `“${one}”`).join(", ")}`,
	told: (outlets) => `전달: ${outlets}`,
	toldNobody: "아무에게도 전달되지 않음",
	notTold: (outlet) => `${outlet}: 아직 전달 전`,
	triesAgain: (outlet, when) => `${outlet}: 전달 실패, ${when} 재시도`,
	givenUp: (outlet) => `${outlet}: 전달 실패, 포기함`,
	held: {
		muted: "음소거됨",
		acknowledged: "확인됨, 다시 알리지 않음",
		"quiet hours": "방해 금지 시간, 끝나면 알림",
		"broker silent": "브로커 무응답, 그 알림으로 대신함",
		graver: "더 심각한 알림으로 대신함",
		gathering: "같은 종류를 모아 곧 알림",
		calming: "지금은 잠잠함",
		"no outlet": "알릴 수신처 없음",
	},
	mutedUntil: (until) => `${until}까지 음소거`,
	flaps: (times) => `한 시간 안에 ${n(times)}번`,
	acknowledgedBy: (by, when, why) =>
		`${when} ${by} 확인${why === "" ? "" : `: ${why}`}`,
	open: "열기",
	acknowledge: "확인",
	acknowledgeWhy: "메모 (선택)",
	mute: "음소거…",
	mayNot: "operator 또는 admin 역할이 필요합니다",
	more: (rest) => `외 ${n(rest)}건`,
	answers: koAnswers,
	past: {
		title: (days) => (days === 1 ? "지난 24시간" : `지난 ${n(days)}일`),
		sum: (alerts, seconds) =>
			alerts === 0
				? "알림 없음"
				: `알림 ${n(alerts)}건, 모두 ${duration(seconds, "ko")}`,
		days: (days) => (days === 1 ? "24시간" : `${n(days)}일`),
		range: "기간",
		none: "이 기간에는 울린 알림이 없습니다.",
		columns: {
			resolved: "해소",
			what: "대상",
			rule: "규칙",
			outcome: "결과",
			ended: "끝난 이유",
		},
		picture: (lanes, times) =>
			`구독 ${n(lanes)}개의 알림 ${n(times)}건을 시간순으로, 구독마다 한 줄씩. 아래 표에 모두 있습니다`,
		after: (lasted) => `${lasted} 만에 해소`,
		bar: (rule, from, lasted) => `${rule}, ${from}, ${lasted}`,
		still: "계속 울림",
		ends: {
			calm: "다시 잠잠해짐",
			gone: "보드에서 사라짐",
			back: "다시 나타남",
			"rule changed": "규칙이 바뀜",
			"rule removed": "규칙이 삭제됨",
			"broker removed": "브로커를 더 이상 감시하지 않음",
		},
		otherLanes: (rest) => `외 ${n(rest)}개는 표에 있습니다`,
		older: "더 보기",
	},
	muting: koMuting,
	outlets: {
		title: "수신처",
		none: "설정된 수신처가 없어 아무에게도 알리지 않습니다.",
		noneWhy: "수신처와 키는 설정 파일에 적습니다.",
		quiet: (hours) => `방해 금지 ${hours}`,
		delivered: (when) => `마지막 전달 ${when}`,
		never: "아직 보낸 것 없음",
		failing: (since) => `${since}부터 받지 않음`,
		owed: (waiting) => `대기 ${n(waiting)}건`,
		givenUp: (times) => `포기 ${n(times)}건`,
		send: "시험 전송",
		sending: "보내는 중",
		took: (said, ms) => `${said} (${n(ms)}ms)`,
	},
};
