// Why can a rule, a mute or an alert not be changed so? In Korean.
import type { TendFault } from "#lib/core/alert/asked/tend-faults.ts";
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import type { Words } from "../words/words.ts";

export const tendFaults: Pick<Words["rareProblems"], TendFault | "alert gone"> =
	{
		"rule in file": (it) =>
			`“${textOf(it, "name")}” 규칙은 설정 파일에 있으므로 거기서 바꿔야 합니다.`,
		"rule gone": (it) =>
			`“${textOf(it, "name")}” 규칙이 더는 없습니다. 다른 사람이 지웠거나 이름을 바꿨을 수 있습니다.`,
		"rule name taken": (it) =>
			`“${textOf(it, "name")}” 규칙이 이미 있습니다. 다른 이름을 쓰세요.`,
		"rule name blank": () => "규칙에 이름이 필요합니다.",
		"usual rule stays": (it) =>
			`“${textOf(it, "name")}” 규칙은 기본 규칙입니다. 바꾸거나 끌 수 있지만 이름을 바꾸거나 지울 수는 없습니다.`,
		"rules too many": (it) =>
			`규칙은 ${count(numberOf(it, "most") ?? 0, "ko")}개까지 둘 수 있습니다. 먼저 하나를 지우세요.`,
		"outlet unknown": (it) =>
			`설정에 “${textOf(it, "outlet")}” 수신처가 없습니다.`,
		"mute over": () => "이미 지난 시각입니다. 더 뒤의 시각을 고르세요.",
		"mute too long": (it) =>
			`음소거는 ${count(numberOf(it, "days") ?? 31, "ko")}일까지만 할 수 있습니다. 그보다 길면 규칙을 바꾸세요.`,
		"mute without reason": () => "음소거에는 사유가 필요합니다.",
		"mutes too many": (it) =>
			`음소거는 ${count(numberOf(it, "most") ?? 0, "ko")}개까지 둘 수 있습니다. 먼저 하나를 끝내세요.`,
		"mute gone": () => "이미 끝난 음소거입니다.",
		"alert over": () => "이미 해소된 알림입니다.",
		"acknowledged already": (it) =>
			`이미 확인한 알림입니다(${textOf(it, "by")}).`,
		"changed meanwhile": () =>
			"그사이 다른 사람이 바꿨습니다. 다시 살펴보세요.",
		"alert gone": () =>
			"이 알림의 기록이 없습니다. 없던 알림이거나 보관 기간이 지나 지워졌습니다.",
	};
