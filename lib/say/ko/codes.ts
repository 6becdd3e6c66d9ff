// What do the codes of the core and the server say in Korean?
import type { AnewWhy } from "#lib/core/anew.ts";
import { amount, count, pace } from "../numbers.ts";
import {
	amountIn,
	anewWhyOf,
	numberOf,
	textOf,
	troubleSentence,
} from "../sentence.ts";
import { clock, duration } from "../times.ts";
import type { Values, Words } from "../words/words.ts";
import { broadcastReasons } from "./broadcast.ts";
import { troubles } from "./troubles.ts";

const anew: Readonly<Record<AnewWhy, string>> = {
	restarted: "서버가 다시 시작됨",
	"fell back": "서버가 이전 상태로 되돌아감",
	"made again": "삭제된 뒤 다시 만들어짐",
	"set back": "읽기 위치가 되돌려짐",
};

const lasting = (values: Values): string =>
	duration(numberOf(values, "forSeconds") ?? 0, "ko");
const at = (ms: number): string => clock(ms, "ko");
const counted = (values: Values, key: string): string =>
	count(numberOf(values, key) ?? 0, "ko");
const speed = (values: Values): string =>
	pace(numberOf(values, "perSecond") ?? 0, "ko");

export { troubles };

export const reasons: Words["reasons"] = {
	...broadcastReasons,
	"caught up": () => "모두 읽음",
	"only markers": () => "모두 읽음: 트랜잭션 표시만 남음",
	"may be only markers": (values) =>
		`모두 읽은 것으로 보임: 남은 ${counted(values, "messages")}건은 트랜잭션 표시일 수 있으나 볼 권한이 없음`,
	"catches up": (values) => `초당 ${speed(values)}건씩 따라잡는 중`,
	steady: () => "들어오는 만큼 읽고 있음",
	"no group": () => "읽는 그룹이 없어 밀릴 대상이 없음",
	"falls behind": (values) =>
		`${lasting(values)}째 초당 ${speed(values)}건씩 뒤처짐`,
	"not moving": (values) => {
		const registered = numberOf(values, "registered") ?? -1;
		return registered >= 0
			? `${lasting(values)}째 움직임 없음; 등록된 멤버 ${count(registered, "ko")}명`
			: `메시지가 있는데 ${lasting(values)}째 움직임 없음`;
	},
	"rests as usual": (values) =>
		`평소처럼 마지막 ${counted(values, "lag")}건만 남기고 모두 읽음`,
	"parts not moving": (values) =>
		`파티션 ${counted(values, "of")}개 중 ${amount(amountIn(values, "parts"), "ko")}개 ${lasting(values)}째 움직임 없음; ${amount(amountIn(values, "messages"), "ko")}건 대기`,
	"delivered again": (values) =>
		`같은 메시지가 ${lasting(values)} 동안 ${counted(values, "deliveries")}번 전달됨`,
	"goes back": (values) =>
		`읽기 위치가 거듭 되돌아감; 마지막은 ${counted(values, "messages")}건`,
	"open transaction": (values) =>
		`${lasting(values)}째 열린 트랜잭션을 기다리는 중`,
	"forgotten soon": (values) =>
		`${lasting(values)}째 멤버 없음; 약 ${duration(numberOf(values, "seconds") ?? 0, "ko")} 뒤 읽기 위치가 사라짐`,
	"not subscribed": (values) =>
		`멤버 ${counted(values, "members")}명 중 아무도 더는 읽지 않음; ${counted(values, "lag")}건 대기`,
	"no members": (values) =>
		numberOf(values, "forSeconds") === null
			? `멤버 없음; ${counted(values, "lag")}건 대기`
			: `${lasting(values)}째 멤버 없음; ${counted(values, "lag")}건 대기`,
	"all dead": (values) =>
		`등록된 멤버 ${counted(values, "registered")}명 모두 종료; ${counted(values, "lag")}건 대기`,
	"held by absent": (values) =>
		`활동 없는 멤버가 메시지 ${counted(values, "messages")}건을 ${lasting(values)}째 보유`,
	"held still": (values) =>
		`처리 중 ${counted(values, "messages")}건 중 가장 오래된 것이 ${lasting(values)}째 그대로임`,
	"waits still": (values) =>
		`대기 ${counted(values, "messages")}건 중 가장 오래된 것이 ${lasting(values)}째 그대로임`,
	"removed unread": (values) =>
		`이 그룹이 읽기 전에 메시지 ${counted(values, "count")}건이 삭제됨`,
	"loses soon": (values) => {
		const seconds = numberOf(values, "seconds") ?? 0;
		return seconds < 1
			? "읽지 않은 메시지가 지금 삭제되고 있음"
			: `약 ${duration(seconds, "ko")} 후 읽지 않은 메시지가 삭제됨`;
	},
	"too few readings": (values) =>
		`아직 측정이 ${counted(values, "readings")}번뿐임`,
	"no position": () => "저장된 읽기 위치가 아직 없음",
	"ahead of the log": (values) =>
		`파티션 ${counted(values, "partitions")}개의 위치가 로그 끝을 넘음`,
	"made again": () =>
		"읽던 대상이 삭제되고 다시 만들어져 위치가 새 로그의 끝을 넘음",
	"begins anew": (values) => {
		const why = anewWhyOf(values);
		return why === null
			? "지금부터 새로 판정"
			: `${anew[why]}, 지금부터 새로 판정`;
	},
	"lag unknown": () => "밀린 수를 브로커가 알려 주지 않음",
	"broker silent": (values) => {
		const sinceMs = numberOf(values, "sinceMs") ?? -1;
		return sinceMs < 0
			? "브로커가 아직 응답한 적 없음"
			: `${at(sinceMs)}부터 브로커 응답 없음`;
	},
	"part silent": (values) => {
		const part = textOf(values, "part") || "이 부분";
		const sinceMs = numberOf(values, "sinceMs") ?? -1;
		const since = sinceMs < 0 ? "" : `; ${at(sinceMs)}의 값`;
		return `${part}: ${troubleSentence({ troubles, numbers: { notKnown: "응답 없음" } }, values.code)}${since}`;
	},
};

export const problems: Words["problems"] = {
	bug: (values) => {
		const id = textOf(values, "id");
		return `서버 쪽에서 문제가 생겼습니다${id === "" ? "" : ` (서버 로그의 ${id})`}.`;
	},
	"server unreachable": () => "서버가 응답하지 않습니다.",
	"reply not understood": () =>
		"이 페이지가 이해할 수 없는 응답입니다. 버전이 다를 수 있으니 페이지를 새로 고치세요.",
	"not allowed": () => "현재 역할로는 할 수 없습니다.",
	"not signed in": () => "로그인되어 있지 않습니다.",
};
