// What does the plan of a clean-up say in Korean?

import { count } from "../numbers.ts";
import { precisely } from "../times.ts";
import type { PlanWords } from "../words/clean-up.ts";
import { bounded } from "./clean-up-deeds.ts";

const lasting = (seconds: number): string =>
	precisely(Math.max(0, seconds), "ko");

export const koPlan: PlanWords = {
	drawing: "계획을 세우는 중",
	on: "브로커",
	fresh: (seen, left) =>
		`${lasting(seen)} 전에 확인, 적용할 때 다시 확인합니다. 유효 시간 ${lasting(left)}.`,
	expired: "더는 승인할 수 없습니다. 새 계획을 세우면 다시 살펴봅니다.",
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
		park: "보유 중인 것 가운데 다섯 번 이상 전달된 것이 없습니다.",
		recover: "처리 중인 것 가운데 충분히 오래 그대로인 것이 없습니다.",
		redrive: "따로 보관된 것이 없습니다.",
		undo: "이미 이전과 같거나, 그사이 누군가 이어서 진행했습니다.",
		evict: "그런 멤버가 더는 없습니다.",
		reset: "모든 읽기 위치가 이미 그곳에 있습니다.",
		forget: "이 그룹의 읽기 위치가 더는 없습니다.",
		trim: "모든 메시지가 아직 필요합니다.",
		destroy: "그룹이 이미 없습니다.",
		move: "대기 중인 것이 없습니다.",
		delete: "채널이 이미 없습니다.",
		purge: "대기 중인 것이 없습니다.",
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
