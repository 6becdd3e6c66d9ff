// What do the codes of clean-ups of a whole channel say in Korean?
import { boundOf } from "../bound.ts";
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { precisely } from "../times.ts";
import type {
	ChannelAfterwards,
	ChannelEffects,
	ChannelRefusals,
	ChannelWarnings,
	ElsewhereWords,
} from "../words/clean-up-channels.ts";
import type { Values } from "../words/words.ts";
import { bounded } from "./clean-up-deeds.ts";

const n = (it: Values, key: string): number => numberOf(it, key) ?? 0;
const counted = (it: Values, key: string): string => count(n(it, key), "ko");
const messages = (it: Values): string =>
	`메시지 ${bounded({ n: n(it, "messages"), bound: boundOf(it) })}건`;
const named = (what: string, it: Values, key: string): string =>
	textOf(it, key) === "" ? "" : ` (${what}: ${textOf(it, key)})`;

export const koChannelEffects: ChannelEffects = {
	move: (it) => [
		messages(it),
		`을 순서 그대로 옮깁니다. 받는 채널: ${textOf(it, "to")}. 브로커가 그곳에 받은 뒤에야 원래 채널에서 없앱니다.`,
	],
	purge: (it) => [
		messages(it),
		"을 버립니다. 대기 중인 것이며 아무도 읽지 못하게 됩니다.",
	],
	delete: (it) => [
		"채널을 삭제합니다",
		`: ${textOf(it, "channel")}.${n(it, "bindings") === 0 ? "" : ` 바인딩 ${counted(it, "bindings")}개가 함께 없어집니다.`} 안에 아무것도 없고 아무도 읽지 않을 때만 브로커가 삭제합니다.`,
	],
	disconnect: (it) => [
		"멤버의 연결을 끊습니다",
		`: ${textOf(it, "name")} (연결: ${textOf(it, "connection")}). ${n(it, "messages") === 0 ? "여기서 보유한 것은 없습니다." : `보유하던 ${messages(it)}이 다시 대기합니다.`} ${n(it, "others") === 0 ? "그 밖에 읽는 멤버는 없습니다." : `다른 멤버 ${counted(it, "others")}명이 계속 읽습니다.`}`,
	],
};

export const koChannelWarnings: ChannelWarnings = {
	"held stays": (it) =>
		`멤버가 보유한 ${messages(it)}은 대기 중이 아니어서 그대로 둡니다. 끝나지 않으면 나중에 다시 돌아옵니다.`,
	"arrivals go too": () => "그 순간까지 도착하는 것도 함께 버려집니다.",
	"members take too": (it) =>
		`멤버 ${counted(it, "members")}명이 그동안에도 계속 가져갑니다. 옮길 것이 줄 수 있고, 그만큼 새로 도착하는 것이 대신 옮겨집니다.`,
	"bindings go too": (it) =>
		`바인딩 ${counted(it, "bindings")}개로 여기에 오던 것은 다른 곳에도 가지 않는 한 갈 곳이 없어집니다.`,
	"others cut off": (it) =>
		`같은 연결로 하는 다른 일도 끊깁니다: 다른 멤버 ${counted(it, "members")}명, 다른 채널 ${counted(it, "channels")}개${named("첫 번째", it, "first")}.`,
	"counted before": (it) =>
		`브로커는 ${precisely(n(it, "ms") / 1_000, "ko")}마다 셉니다. 그 뒤에 오고 간 것은 이 수에 없습니다.`,
	"removed there": (it) =>
		`${precisely(n(it, "ms") / 1_000, "ko")} 동안 읽히지 않은 것은 없애는 채널입니다${named("채널", it, "channel")}.`,
};

export const koChannelRefusals: ChannelRefusals = {
	"not enabled": (it) =>
		`브로커에 필요한 구성 요소가 켜져 있지 않습니다${named("이름", it, "name")}. 켜는 방법과 대신 실행할 명령은 아래와 같습니다.`,
	"nowhere named": () => "어디로 옮길지 먼저 정하세요.",
	"no such channel": (it) =>
		`이 브로커에 없는 채널입니다${named("채널", it, "channel")}.`,
	"same channel": () => "이미 그곳에 대기하고 있습니다.",
	"no room": (it) =>
		numberOf(it, "messages") === null
			? `한도가 있어 모두 받지 못하거나 다른 것을 버리게 됩니다${named("채널", it, "channel")}.`
			: `최대 ${messages(it)}까지 두는 채널이어서 모두 받지 못하거나 다른 것을 버리게 됩니다${named("채널", it, "channel")}.`,
	"still in use": (it) =>
		numberOf(it, "members") === null
			? "사용 중이어서 그대로 둡니다."
			: `멤버 ${counted(it, "members")}명이 읽고 있어 그대로 둡니다.`,
	"not empty": (it) =>
		numberOf(it, "messages") === null
			? "비어 있지 않아 그대로 둡니다."
			: `${messages(it)}이 있어 그대로 둡니다.`,
	"no safe way": () =>
		"이 종류의 채널에서는 비어 있고 아무도 읽지 않을 때만 하도록 브로커에 시킬 수 없습니다. 한 번 더 확인한 뒤 아래 명령을 실행하세요.",
	"not counted": () =>
		"브로커가 아직 세지 않았습니다. 잠시 뒤 다시 시도하세요.",
	"moving already": (it) =>
		`이미 여기에서 옮기는 중입니다${named("이름", it, "name")}. 끝날 때까지 기다리거나 아래 명령으로 끝내세요.`,
};

export const koChannelAfterwards: ChannelAfterwards = {
	"channel came back": () => "채널이 다시 생김: 프로그램이 새로 만들었음.",
	"still moving": (it) =>
		`브로커가 스스로 계속 옮기는 중${named("이름", it, "name")}.`,
};

export const koElsewhere: ElsewhereWords = {
	title: "옮길 곳",
	channel: "채널",
	means: "이 브로커에 이미 있는 채널이면 됩니다.",
};
