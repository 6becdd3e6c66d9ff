// What does the board say in Korean?

import { amount, count } from "../numbers.ts";
import { clock, duration, moment, span } from "../times.ts";
import type { BoardWords } from "../words/words.ts";
import { koFold } from "./fold.ts";

export const koBoard: BoardWords = {
	title: "보드",
	summary: "요약",
	filter: "필터",
	filterExample: "예: verdict:stalled lag:>1000 group:pay*",
	clear: "지우기",
	columns: {
		verdict: "판정",
		subscription: "구독",
		lag: "밀린 수",
		spark: "최근 1시간",
		in: "입력/초",
		out: "출력/초",
		holding: "보유 · 최장",
		members: "멤버",
		forecast: "예측",
		reason: "이유",
	},
	lagOnPhone: "밀린 수",
	trends: {
		up: "최근 1시간 동안 증가",
		down: "최근 1시간 동안 감소",
		flat: "변화 없음",
	},
	spark: (from, to) => {
		if (from === to) return `1시간 동안 밀린 수 ${count(to, "ko")}건 유지`;
		const verb = to > from ? "증가" : "감소";
		return `밀린 수, 1시간 동안 ${count(from, "ko")}건에서 ${count(to, "ko")}건으로 ${verb}`;
	},
	sparkNone: "최근 1시간 동안 측정 없음",
	none: "없음",
	live: (live, registered) =>
		live.bound === "exact" && live.n === registered
			? `${count(live.n, "ko")} 생존`
			: `${amount(live, "ko")} 생존 / ${count(registered, "ko")}`,
	registered: (n) => `${count(n, "ko")} 등록`,
	forecast: {
		loses: (seconds) =>
			seconds < 1 ? "지금 유실 중" : `약 ${duration(seconds, "ko")} 뒤 유실`,
		wasDue: (ms, nowMs) => `${moment(ms, nowMs, "ko")}경 예상`,
		lost: "유실 발생",
		drained: (seconds) => `약 ${duration(seconds, "ko")} 뒤 소진`,
		drainedBetween: (low, high) => `${span(low, high, "ko")} 뒤 소진`,
		growing: "증가 중",
		steady: "유지",
		caughtUp: "모두 읽음",
	},
	valuesFrom: (ms, nowMs) =>
		nowMs - ms < 86_400_000
			? `${clock(ms, "ko")}의 값`
			: `${moment(ms, nowMs, "ko")}의 값`,
	healthyBelow: (n) => `정상 ${count(n, "ko")}개는 이 선 아래`,
	total: (n, order) => `구독 ${count(n, "ko")}개, ${order}`,
	orders: {
		gravity: "심각한 순, 유실까지 남은 시간순",
		lag: "밀린 수순",
		holding: "보유 수순",
		name: "이름순",
		broker: "브로커순",
		margin: "유실까지 남은 시간순",
	},
	sortBy: (column) => `정렬: ${column}`,
	held: (n) => `가리키는 동안 순서 고정; ${count(n, "ko")}개 행이 이동 대기`,
	apply: "적용",
	fold: koFold,
	cleanUp: (picked) => `정리${picked > 0 ? ` ${count(picked, "ko")}개` : ""}`,
	chooseColumns: "열",
	take: {
		label: "내보내기",
		command: (line) => `복사됨: ${line}`,
		noCommand: "이 행에 맞는 명령이 없습니다",
	},
	keys: {
		move: "이동",
		open: "열기",
		filter: "필터",
		ask: "지금 새로 고침",
		keys: "단축키",
	},
	loading: "보드를 불러오는 중",
	changed: (rows, more) =>
		[
			...rows.map(({ name, verdict }) => `${name}: ${verdict}`),
			...(more > 0 ? [`그 밖에 ${count(more, "ko")}건 변경`] : []),
		].join(". "),
	noMatch: "맞는 구독이 없습니다",
	noMatchFilter: (filter) => `보드에 “${filter}” 필터와 맞는 것이 없습니다.`,
	noRows: "아직 구독이 없습니다",
	noRowsWhy: "아래 브로커에 묻고 있습니다. 응답이 오면 여기에 바로 나타납니다.",
	brokerTrouble: (broker, trouble) => `${broker}: ${trouble}`,
};
