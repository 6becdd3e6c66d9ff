// What does a clean-up say in Korean, from the button to what came of it?
import { koEffects, koRefusals, koWarnings } from "./ko-clean-up-codes.ts";
import { koCourse } from "./ko-clean-up-course.ts";
import { bounded, koDeeds } from "./ko-clean-up-deeds.ts";
import { koCleanUpProblems } from "./ko-clean-up-problems.ts";
import { koMoves, koWhereto } from "./ko-clean-up-whereto.ts";
import { count } from "./numbers.ts";
import { precisely } from "./times.ts";
import type { CleanUpWords, PlanWords } from "./words-clean-up.ts";

const lasting = (seconds: number): string =>
	precisely(Math.max(0, seconds), "ko");

const plan: PlanWords = {
	drawing: "계획을 세우는 중",
	on: "브로커",
	fresh: (seen, left) =>
		`${lasting(seen)} 전에 확인, 적용할 때 다시 확인합니다. 유효 시간 ${lasting(left)}.`,
	expired: "더는 승인할 수 없습니다. 새 계획은 다시 살펴봅니다.",
	expiredTitle: "계획이 너무 오래되었습니다",
	again: "새 계획 세우기",
	changed: "아무것도 하지 않음: 상황이 바뀌었습니다",
	changedWhy:
		"계획을 세운 뒤 브로커의 상태가 달라졌습니다. 브로커에서 바뀐 것은 없습니다.",
	nothing: "할 일이 없습니다",
	idle: {
		count: "밀린 수를 이미 알고 있습니다.",
		remove: "종료된 것으로 확인된 멤버가 아직 없습니다.",
		clear: "보유 중인 메시지가 모두 남아 있습니다.",
		reclaim:
			"종료되었거나 멈춘 것으로 확인된 멤버가 아직 없거나, 그런 멤버가 보유한 것이 없습니다.",
		recover: "충분히 오래 움직이지 않은 진행 중 항목이 없습니다.",
		redrive: "따로 보관된 것이 없습니다.",
		undo: "이미 이전과 같거나, 그사이 누군가 이어서 진행했습니다.",
		evict: "그런 멤버가 더는 없습니다.",
		reset: "모든 읽기 위치가 이미 그곳에 있습니다.",
		forget: "이 그룹의 읽기 위치가 더는 없습니다.",
		trim: "모든 메시지가 아직 필요합니다.",
		destroy: "그룹이 이미 없습니다.",
	},
	cannot: "할 수 없습니다",
	refused: "아무것도 하지 않았습니다",
	failed: "계획을 세울 수 없습니다",
	happens: "일어날 일",
	theMessages: (amount) => `메시지 ${bounded(amount)}건`,
	receiver: "받는 멤버",
	figures: "이전 → 이후",
	now: "지금",
	after: "이후",
	planned: "계획",
	before: "이전",
	reason: "사유",
	reasonKept: "기록에 남습니다",
	reasonRequired: "꼭 필요하며 기록에 남습니다",
	typeThis: ["“", "” 입력으로 확인"],
	pasteIsFine: "붙여 넣어도 됩니다",
	byHand: "직접 하는 방법",
	noCommands: "같은 일을 안전하게 하는 명령줄이 없습니다.",
	toRun: "실행할 명령",
	copy: "복사",
	copied: "복사됨",
	members: "멤버",
	holding: (n) => `${count(n, "ko")}건 보유`,
	stays: "그대로 둠",
	moreMembers: (n) => `외 ${count(n, "ko")}명`,
	cancel: "취소",
	close: "닫기",
	cancelled: "취소됨: 아무것도 하지 않았습니다",
	needsName: "먼저 이름을 입력해야 합니다.",
	needsReason: "먼저 사유를 적어야 합니다.",
	mayNot: "현재 역할로는 계획을 볼 수만 있고 승인할 수 없습니다.",
	looksAtOther: "계획 대상",
};

export const koCleanUp: CleanUpWords = {
	deeds: koDeeds,
	plan,
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
			recover: (held) =>
				held === null || held === 0
					? "처리 중인 것 되돌려 넣기…"
					: `처리 중인 ${count(held, "ko")}건 되돌려 넣기…`,
			redrive: () => "보관한 메시지 되돌려 넣기…",
			reset: () => "읽기 위치 재설정…",
			forget: () => "이 채널의 읽기 위치 지우기…",
			trim: () => "잘라내기…",
			destroy: () => "그룹 삭제…",
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
		actions: { destroy: "그룹 삭제…", forget: "이 채널들 지우기…" },
		leftOut: (n) =>
			`맞는 구독 ${count(n, "ko")}개는 포함되지 않습니다. 한 번에 최대 100개까지 정리합니다.`,
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
