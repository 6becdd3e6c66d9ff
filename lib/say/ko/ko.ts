// What does the product say in Korean, on whichever page?

import { count } from "../numbers.ts";
import type { EarlyWords } from "../pages.ts";
import { numbersIn } from "../spoken-numbers.ts";
import { clock, duration, precisely } from "../times.ts";
import { koBoard } from "./board.ts";
import { problems, reasons, troubles } from "./codes.ts";
import { koMembers } from "./members.ts";
import { koVerdicts } from "./verdicts.ts";

export const ko: EarlyWords = {
	language: "ko",
	verdicts: koVerdicts,
	reasons,
	troubles,
	problems,
	numbers: numbersIn("ko", {
		ago: (seconds) => `${precisely(seconds, "ko")} 전`,
		notKnown: "알 수 없음",
	}),
	bar: {
		main: "주 메뉴",
		board: "보드",
		alerts: "알림",
		firing: (n) => `울리는 알림 ${count(n, "ko")}건`,
		wall: "상황판",
		activity: "활동",
		people: "사용자",
		live: "실시간",
		paused: (atMs) => `${clock(atMs, "ko")}에 멈춤`,
		pauseTitle: "새 값을 묻지 않기 (l)",
		liveTitle: "새 값을 다시 묻기 (l)",
		theme: "테마",
		themes: { system: "시스템 설정", light: "밝게", dark: "어둡게" },
		language: "언어",
		toContent: "본문으로",
		keys: "단축키",
		find: "찾기와 실행",
		zoneTitle: (zone, isLocal) =>
			`시간대: ${isLocal ? `현지 시각, ${zone}` : zone} (t)`,
	},
	strip: {
		brokers: "브로커",
		late: (seconds) => `늦음, ${precisely(seconds, "ko")} 전`,
		silent: (seconds) => `${duration(seconds, "ko")}째 응답 없음`,
		never: "아직 응답 없음",
		every: (seconds) => `${duration(seconds, "ko")}마다`,
		last: (ms) => `마지막 ${clock(ms, "ko")}`,
		all: (n) => `브로커 ${count(n, "ko")}개 최신`,
		others: (n) => `나머지 ${count(n, "ko")}개는 최신`,
		open: "이 브로커의 페이지 열기",
		said: (detail) => `응답: “${detail}”`,
		part: (part, trouble) => `${part}: ${trouble}`,
	},
	banner: {
		nothingNew: (seconds) => `${precisely(seconds, "ko")}째 새 값이 없습니다.`,
		collector: (sinceMs) =>
			`수집기가 기록을 멈췄습니다. 모두 ${clock(sinceMs, "ko")}의 값이며 회색으로 표시합니다.`,
		collectorNever: "수집기가 아직 아무것도 기록하지 않았습니다.",
		offline: "이 브라우저가 오프라인입니다.",
		server: "서버가 응답하지 않습니다.",
		valuesFrom: (ms) => `모두 ${clock(ms, "ko")}의 값이며 회색으로 표시합니다.`,
		partly: "다시 묻는 중입니다.",
		noRoom: "디스크가 거의 차서 이력을 남기지 않고 있습니다.",
		noRoomMeans:
			"보드는 계속 갱신되며, 공간이 생기면 이력도 저절로 다시 이어집니다.",
		damaged: "이 콘솔의 저장소가 손상되었습니다.",
		damagedMeans:
			"이력을 남기지 않으며 나머지는 가능한 만큼 계속됩니다. 서버에서 Tidemark를 종료하고 `tidemark restore` 명령으로 백업을 복원하세요.",
	},
	board: koBoard,
	members: koMembers,
	trouble: {
		title: "이 페이지를 보여 줄 수 없습니다",
		again: "다시 시도",
		partGone:
			"일부를 가져오지 못했습니다. 업그레이드 뒤에는 새로 고쳐야 합니다.",
		reload: "새로 고침",
		missingPage: "그런 페이지는 없습니다",
		toBoard: "보드로",
	},
};
