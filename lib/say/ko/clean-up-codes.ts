// What do the codes of a clean-up say in Korean?
import { boundOf } from "../bound.ts";
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { duration, precisely } from "../times.ts";
import type { CleanUpWords } from "../words/clean-up.ts";
import type { Values } from "../words/words.ts";
import {
	koChannelEffects,
	koChannelRefusals,
	koChannelWarnings,
} from "./clean-up-channels.ts";
import { bounded } from "./clean-up-deeds.ts";
import {
	koPositionEffects,
	koPositionRefusals,
	koPositionWarnings,
} from "./clean-up-positions.ts";

const n = (it: Values, key: string): number => numberOf(it, key) ?? 0;
const counted = (it: Values, key: string): string => count(n(it, key), "ko");
const amount = (it: Values): string =>
	bounded({ n: n(it, "messages"), bound: boundOf(it) });
const messages = (it: Values): string => `메시지 ${amount(it)}건`;
const members = (it: Values): string => `멤버 ${counted(it, "members")}명`;
const lasting = (it: Values, key: string): string =>
	duration(n(it, key) / 1_000, "ko");
const quoted = (it: Values): string => {
	const detail = textOf(it, "detail");
	return detail === "" ? "" : `: “${detail}”`;
};

export const koEffects: CleanUpWords["effects"] = {
	...koPositionEffects,
	...koChannelEffects,
	"hand over": (it) => [
		messages(it),
		`을 ${members(it)}에게서 넘겨받습니다. 받는 멤버: ${textOf(it, "to")}. 경과 시간과 전달 횟수는 그대로입니다.`,
	],
	"re-enqueue": (it) => [
		messages(it),
		`(${members(it)} 보유)의 사본을 채널 끝에 넣고, 같은 단계에서 보유하던 것을 완료로 처리합니다.`,
	],
	"dead-letter": (it) => [
		messages(it),
		`(${members(it)} 보유)의 사본을 따로 보관하고, 같은 단계에서 보유하던 것을 완료로 처리합니다. 보관 채널: ${textOf(it, "to")}`,
	],
	acknowledge: (it) => [
		messages(it),
		`(${members(it)} 보유)을 처리하지 않은 채 완료로 표시합니다.`,
	],
	"which messages": (it) => {
		const [least, most] = [n(it, "deliveriesMin"), n(it, "deliveriesMax")];
		const ids = [textOf(it, "first"), textOf(it, "last")];
		return [
			"",
			[
				ids[0] === ids[1] ? ids[0] : ids.join(" ~ "),
				`최장 ${lasting(it, "oldestMs")}`,
				`전달 ${least === most ? count(least, "ko") : `${count(least, "ko")}~${count(most, "ko")}`}회`,
			].join(" · "),
		];
	},
	remove: (it) => [
		members(it),
		`을 제거합니다. 그 순간 보유한 것이 없고 ${lasting(it, "idleMinMs")} 동안 활동이 없던 멤버만 해당합니다.`,
	],
	trim: (it) => {
		const pinned = textOf(it, "pinnedBy");
		const kept = textOf(it, "keptFrom");
		return [
			messages(it),
			[
				"을 잘라냅니다. 모든 그룹이 끝낸 것입니다.",
				...(kept === "" ? [] : [`남는 첫 항목: ${kept}.`]),
				...(pinned === "" ? [] : [`아직 필요로 하는 그룹: ${pinned}.`]),
			].join(" "),
		];
	},
	count: (it) => [
		"밀린 수",
		numberOf(it, "unread") === null
			? "를 다시 셉니다. 전달되거나 옮겨지거나 유실되는 것은 없습니다."
			: `를 하나씩 센 ${counted(it, "unread")}건으로 고칩니다. 전달되거나 옮겨지거나 유실되는 것은 없습니다.`,
	],
	clear: (it) => [
		`보유 기록 ${amount(it)}건`,
		`(${members(it)})을 정리합니다. 메시지는 이미 없습니다.`,
	],
	redrive: (it) => [
		messages(it),
		`을 채널 끝으로 되돌려 넣습니다. 보관 채널: ${textOf(it, "from")}`,
	],
	destroy: (it) => [
		"그룹을 삭제합니다",
		`: 읽기 위치, ${members(it)}, 보유 ${counted(it, "holding")}건이 함께 없어집니다.${numberOf(it, "lag") === null ? "" : ` 대기 중인 ${counted(it, "lag")}건은 이 그룹에 전달되지 않습니다.`}`,
	],
	"give back": (it) => [
		messages(it),
		`을 원래 보유하던 ${members(it)}에게 돌려줍니다. 경과 시간과 전달 횟수도 이전과 같아집니다.`,
	],
	"take back copies": (it) => [
		`사본 ${amount(it)}건`,
		"을 거둬들입니다. 아직 아무도 읽지 않은 것입니다.",
	],
	"name returns": (it) => [members(it), "을 같은 이름으로 다시 등록합니다."],
};

export const koWarnings: CleanUpWords["warnings"] = {
	...koPositionWarnings,
	...koChannelWarnings,
	"may run twice": (it) =>
		`두 번 처리될 수 있음: ${messages(it)}은 느릴 뿐일지도 모르는 ${members(it)}이 보유하고 있습니다.`,
	"may be done already": (it) =>
		`종료된 멤버가 ${messages(it)}을 이미 처리했는지 알 수 없습니다. 처리된 것은 다시 처리될 수 있습니다.`,
	"order lost": () => "사본은 대기 중인 모든 것 뒤에 놓여 순서가 바뀝니다.",
	"others see copies": (it) =>
		`다른 그룹 ${counted(it, "groups")}개도 사본을 보게 됩니다.`,
	"must read again": (it) =>
		`새 메시지만 읽는 멤버는 넘겨받은 것을 보지 못합니다. 자기 미확인 항목을 다시 읽어야 하는 멤버: ${textOf(it, "to")}`,
	"may be in hand": (it) =>
		`바로 그때 멤버 ${count(n(it, "members"), "ko")}명이 그중 하나를 처리하고 있을 수 있습니다. 이번에는 성공하더라도 그 메시지는 따로 보관됩니다.`,
	"waits for somebody": (it) =>
		`누군가 지시할 때까지 아무도 처리하지 않습니다. 보관 채널: ${textOf(it, "to")}`,
	"never processed": (it) =>
		`${messages(it)}은 이 그룹에서 영영 처리되지 않습니다.`,
	"readers unseen": () =>
		"그룹 없이 읽는 쪽은 여기에 보이지 않으며 아직 필요로 할 수 있습니다.",
	"lag unknown for a while": () =>
		"그룹이 다 따라잡을 때까지 밀린 수를 알 수 없습니다.",
	"holds up server": (it) =>
		`나눌 수 없는 명령 하나가 서버를 약 ${precisely(n(it, "ms") / 1_000, "ko")} 동안 붙잡습니다.`,
	"looked at some": (it) =>
		`${counted(it, "looked")}건까지만 살펴보았습니다. 그 밖의 것은 그대로 둡니다.`,
	"first of more": (it) =>
		`한 번에 오래된 것부터 ${messages(it)}까지만 다룹니다. 나머지는 다음 계획을 위해 그대로 둡니다.`,
	"members may live": (it) =>
		`${members(it)}이 종료되었다고 증명할 수 없습니다.`,
	"comes back by itself": () => "멤버가 돌아오면 스스로 다시 등록됩니다.",
};

export const koRefusals: CleanUpWords["refusals"] = {
	...koPositionRefusals,
	...koChannelRefusals,
	"nothing to do": () => "할 일이 없습니다.",
	"none found": (it) =>
		`처음 ${counted(it, "looked")}건을 살펴보았지만 해당하는 것이 없습니다. 보유한 것은 더 있습니다.`,
	gone: () => "이미 없습니다.",
	"came back": (it) =>
		numberOf(it, "idleMs") === null
			? `돌아와서 그대로 둔 멤버: ${textOf(it, "name")}`
			: `돌아와서 그대로 둔 멤버: ${textOf(it, "name")} (${precisely(n(it, "idleMs") / 1_000, "ko")} 전에 활동)`,
	"holds messages": (it) =>
		`${messages(it)}을 보유해 그대로 둔 멤버: ${textOf(it, "name")}`,
	"nobody to take it": () => "넘겨받을 살아 있는 멤버가 없습니다.",
	"receiver unknown": (it) => `이 그룹의 멤버가 아님: ${textOf(it, "name")}`,
	"others would see copies": (it) =>
		`다른 그룹 ${counted(it, "groups")}개도 사본을 보게 됩니다.`,
	"copy refused": (it) => `브로커가 사본을 받지 않았습니다${quoted(it)}.`,
	"moved since": (it) =>
		`${messages(it)}은 그사이 다른 멤버가 가져갔거나 새로 전달되어 그대로 둡니다.`,
	"message gone": (it) => `${messages(it)}은 이미 없습니다.`,
	"too large": (it) =>
		`${messages(it)}은 필드가 너무 많아 한 번에 복사할 수 없습니다.`,
	"still needed": (it) =>
		`${textOf(it, "id")}부터 아직 필요로 하는 그룹: ${textOf(it, "group")}`,
	"no group": () => "그런 그룹이 없습니다.",
	"too old": () => "브로커의 버전에서는 할 수 없습니다.",
	"changed since": () => "센 것과 지금 있는 것이 다릅니다.",
	"other server": () => "살펴본 서버가 아닌 다른 서버가 응답합니다.",
	"acknowledged since": (it) =>
		`${messages(it)}은 그사이 확인되어 완료된 채로 둡니다.`,
	"copy was read": (it) => `사본 ${amount(it)}건은 이미 읽혔습니다.`,
	"broker forbids": (it) =>
		`접속한 사용자에게 브로커가 허용하지 않습니다${quoted(it)}.`,
	"broker failed": (it) => `브로커가 실패했습니다${quoted(it)}.`,
	"read-only": () => "이제 여기서는 변경할 수 없습니다.",
	"not allowed": () => "승인한 사람의 역할로는 더는 할 수 없습니다.",
	"was stopped": () => "그 전에 멈추었습니다.",
};
