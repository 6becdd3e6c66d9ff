// What does a verdict of a member rest on, in Korean?
import { count } from "../numbers.ts";
import { numberOf } from "../sentence.ts";
import { duration } from "../times.ts";
import type { Values, Words } from "../words/words.ts";

const lasting = (values: Values, key: string): string =>
	duration(numberOf(values, key) ?? 0, "ko");
const idle = (values: Values): string => lasting(values, "idleSeconds");
const counted = (values: Values, key: string): string =>
	count(numberOf(values, key) ?? 0, "ko");

export const koEvidence: Words["evidence"] = {
	connected: () => "같은 이름의 연결이 있음",
	"takes at most": (values) =>
		`연결됨. 한 번에 최대 ${counted(values, "messages")}건을 받음`,
	"takes any number": () => "연결됨. 한 번에 받는 수에 제한이 없음",
	"waits unserved": () =>
		"기다리는 중이며 받은 메시지가 없어 브로커의 목록에 아직 없음",
	"seen lately": (values) => `${idle(values)} 전에 활동`,
	"seen without name": (values) =>
		`${idle(values)} 전에 활동했으나 같은 이름의 연결이 없음`,
	"connected but still": (values) =>
		`연결된 채 메시지 ${counted(values, "messages")}건을 들고 ${idle(values)}째 활동 없음: 정지했거나 매우 느림`,
	"holds unseen": (values) =>
		`메시지 ${counted(values, "messages")}건을 들고 ${idle(values)}째 활동 없음: 종료인지 매우 느린지 구별할 수 없음`,
	disconnected: (values) =>
		`같은 이름의 연결이 ${lasting(values, "goneSeconds")} 전에 사라짐`,
	"nobody connected": () => "브로커에 아무도 연결되어 있지 않음",
	"no connection": (values) =>
		`같은 이름의 연결이 없고 ${idle(values)}째 활동 없음`,
	"not woken": (values) =>
		`기다리는 멤버를 모두 깨우는 메시지가 그 뒤에 왔는데도 ${idle(values)}째 활동 없음`,
	"stopped asking": (values) =>
		`늦어도 ${lasting(values, "everySeconds")}마다 묻다가 ${idle(values)}째 묻지 않음`,
	"passed over": (values) =>
		`다른 멤버가 차례로 ${counted(values, "turns")}번 받는 동안 받지 못했고 남은 연결도 없음`,
	"may be passed over": (values) =>
		`다른 멤버가 ${counted(values, "turns")}번 받는 동안 받지 못함: 종료했거나 자주 다시 물어 차례를 놓침`,
	quiet: (values) =>
		`${idle(values)}째 활동 없음; 들어오는 것이 적으면 기다리는 멤버도 똑같이 보임`,
};
