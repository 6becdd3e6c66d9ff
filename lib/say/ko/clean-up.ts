// What does a clean-up say in Korean, from the button to what came of it?

import { count } from "../numbers.ts";
import type { CleanUpWords } from "../words/clean-up.ts";
import { koElsewhere } from "./clean-up-channels.ts";
import { koEffects, koRefusals, koWarnings } from "./clean-up-codes.ts";
import { koCourse } from "./clean-up-course.ts";
import { koDeeds } from "./clean-up-deeds.ts";
import { koPlan } from "./clean-up-plan.ts";
import { koCleanUpProblems } from "./clean-up-problems.ts";
import { koMoves, koWhereto } from "./clean-up-whereto.ts";

export const koCleanUp: CleanUpWords = {
	deeds: koDeeds,
	plan: koPlan,
	effects: koEffects,
	warnings: koWarnings,
	refusals: koRefusals,
	figures: {
		members: "멤버",
		"held by absent": "종료된 멤버가 보유",
		"held by live": "살아 있는 멤버가 보유",
		held: "보유",
		waiting: "밀린 수",
		kept: "남은 메시지",
		"put aside": "따로 보관",
		positions: "읽기 위치",
		"in progress": "처리 중",
		"waiting there": "받는 채널의 밀린 수",
		bindings: "바인딩",
	},
	fates: {
		"hand over": {
			name: "넘기기",
			means: (to) =>
				to === null
					? "살아 있는 멤버가 이어서 보유합니다. 경과 시간과 전달 횟수는 그대로입니다."
					: `이어서 보유할 멤버: ${to}. 경과 시간과 전달 횟수는 그대로입니다.`,
		},
		"re-enqueue": {
			name: "다시 넣기",
			means: () => "사본을 채널 끝에 넣습니다.",
		},
		"dead-letter": {
			name: "따로 보관",
			means: (to) =>
				to === null
					? "사람이 볼 때까지 따로 둡니다."
					: `사람이 볼 때까지 따로 둡니다. 보관 채널: ${to}`,
		},
		acknowledge: {
			name: "확인 처리",
			means: () =>
				"처리하지 않은 채 완료로 표시합니다. 이 그룹은 다시 보지 못합니다.",
		},
	},
	risks: {
		none: "유실이나 이동 없음",
		"moves messages": "메시지 이동",
		"repeats messages": "메시지 다시 처리",
		"loses messages": "메시지 유실",
	},
	undoings: {
		"not needed": "되돌릴 필요가 없습니다. 제거한 것은 스스로 돌아옵니다.",
		"until acknowledged":
			"메시지가 확인되거나 다른 멤버가 가져가기 전까지 되돌릴 수 있습니다. 소유자, 경과 시간, 전달 횟수를 먼저 저장합니다.",
		"until read": "아무도 사본을 읽지 않은 동안 되돌릴 수 있습니다.",
		"while kept": "메시지가 남아 있는 동안 되돌릴 수 있습니다.",
		"while empty":
			"그룹에 멤버가 없는 동안 되돌릴 수 있습니다. 모든 읽기 위치를 함께 적힌 내용까지 먼저 저장합니다.",
		"until taken": "아무도 가져가지 않은 동안 되돌릴 수 있습니다.",
		impossible: "되돌릴 수 없습니다.",
	},
	problems: koCleanUpProblems,
	course: koCourse,
	offer: {
		title: "정리",
		more: "더 보기…",
		less: "줄이기",
		actions: {
			count: () => "밀린 수 세기…",
			remove: (_, dead) =>
				dead === null || dead === 0
					? "종료된 멤버 제거…"
					: `종료된 멤버 ${count(dead, "ko")}명 제거…`,
			clear: () => "없어진 메시지 정리…",
			reclaim: (held, dead) =>
				held === null || held === 0 || dead === null || dead === 0
					? "회수…"
					: `종료된 멤버 ${count(dead, "ko")}명에게서 ${count(held, "ko")}건 회수…`,
			park: () => "계속 실패하는 것 따로 보관…",
			recover: (held) =>
				held === null || held === 0
					? "처리 중인 것 되돌려 넣기…"
					: `처리 중인 ${count(held, "ko")}건 되돌려 넣기…`,
			redrive: () => "보관한 메시지 되돌려 넣기…",
			reset: () => "읽기 위치 재설정…",
			forget: () => "이 채널의 읽기 위치 지우기…",
			trim: () => "잘라내기…",
			destroy: () => "그룹 삭제…",
			move: () => "메시지 옮기기…",
			delete: () => "채널 삭제…",
			purge: () => "메시지 버리기…",
		},
		needs: (role) => `필요한 역할: ${role}`,
		readOnly: "설정에서 읽기 전용",
		hasMembers: "멤버가 없는 그룹만 가능",
		noDead: "종료된 멤버 없음",
		stale: "값이 오래됨",
		asking: "묻는 중",
		evict: "내보내기…",
		row: "정리…",
	},
	whereto: koWhereto,
	elsewhere: koElsewhere,
	moves: koMoves,
	narrow: {
		title: "일부만 고르기",
		stuck: "멈춘 멤버의 것도 포함: 두 번 처리될 수 있음",
		remove: "남은 보유가 없는 멤버 제거",
		only: (n) => `멤버 ${count(n, "ko")}명만으로 계획 세우기`,
	},
	bulk: {
		title: (n) => `구독 ${count(n, "ko")}개 정리`,
		button: (verb, n) => `구독 ${count(n, "ko")}개: ${verb}`,
		actions: {
			destroy: "그룹 삭제…",
			forget: "이 채널들의 읽기 위치 지우기…",
			delete: "채널 삭제…",
		},
		leftOut: (n) =>
			`그 밖에 맞는 구독 ${count(n, "ko")}개는 포함되지 않습니다. 한 번에 최대 100개까지 정리합니다.`,
		cannot: (n) => `구독 ${count(n, "ko")}개에서는 아무것도 하지 않습니다`,
		selected: (n) => `${count(n, "ko")}개 선택`,
		allMatching: (n) => `맞는 구독 ${count(n, "ko")}개 모두`,
		clear: "선택 해제",
		some: "일부만 선택",
		none: "여기에는 정리할 수 있는 것이 없습니다.",
		each: "하나씩",
		details: "자세히",
	},
};
