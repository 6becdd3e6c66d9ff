// What keeps somebody from a clean-up? In Korean.
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import type { CleanUpWords } from "../words/clean-up.ts";

export const koCleanUpProblems: CleanUpWords["problems"] = {
	"read-only": () => "설정에서 변경을 허용하지 않습니다.",
	"broker read-only": () => "설정에서 이 브로커의 변경을 허용하지 않습니다.",
	"plan of another": () => "다른 사람이 세운 계획입니다. 새 계획을 세우세요.",
	"plan expired": () => "계획이 너무 오래되었습니다. 새 계획을 세우세요.",
	"plan changed": () => "보여 준 계획과 다릅니다. 다시 살펴보세요.",
	"plan closed": () => "이미 승인되었거나 취소되었거나 끝난 계획입니다.",
	"nothing to approve": () => "아무것도 하지 않는 계획입니다.",
	"name not typed": (it) => `“${textOf(it, "typed")}” 입력이 필요합니다.`,
	"reason required": () => "사유가 필요합니다.",
	"nothing to undo": () => "한 일이 없어 되돌릴 것이 없습니다.",
	"undone already": () => "이미 되돌렸습니다.",
	"undo too late": (it) =>
		`되돌리기는 ${count(numberOf(it, "hours") ?? 24, "ko")}시간 안에만 할 수 있습니다.`,
	"undo impossible": () => "되돌릴 수 없습니다.",
	"nothing fits": () =>
		"필터에 맞는 것 가운데 이 정리를 할 수 있는 것이 없습니다.",
	"one at a time": () => "멤버는 한 번에 하나씩만 내보낼 수 있습니다.",
	"not offered": () => "이 종류의 채널에는 그런 정리가 없습니다.",
	"record not whole": () =>
		"작업 기록이 온전하지 않아 아무것도 하지 않습니다. 서버에서 `tidemark audit verify` 명령을 실행하면 원인을 알 수 있습니다.",
	"store full": () =>
		"콘솔의 디스크가 가득 찼습니다. 기록할 수 없는 작업은 하지 않습니다.",
};
