// What does a clean-up say in Korean while it goes and once it is over?

import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { precisely } from "../times.ts";
import type { CourseWords } from "../words/clean-up.ts";
import type { Unit } from "../words/clean-up-deeds.ts";
import type { Values } from "../words/words.ts";
import { koChannelAfterwards } from "./clean-up-channels.ts";
import { bounded } from "./clean-up-deeds.ts";
import { koPositionAfterwards } from "./clean-up-positions.ts";

const lasting = (seconds: number): string =>
	precisely(Math.max(0, seconds), "ko");

const named: Readonly<Record<Unit, readonly [string, string]>> = {
	messages: ["메시지", "건"],
	positions: ["읽기 위치", "개"],
};

const counted = (it: Values, key: string): string =>
	count(numberOf(it, key) ?? 0, "ko");

const afterwards: CourseWords["afterwards"] = {
	...koPositionAfterwards,
	...koChannelAfterwards,
	"copies read": (it) =>
		`사본 ${counted(it, "messages")}건 중 ${counted(it, "read")}건 읽힘.`,
	"member came back": (it) => `돌아온 멤버: ${textOf(it, "name")}.`,
	"handed over was done": (it) =>
		`넘긴 메시지 ${counted(it, "messages")}건 중 ${counted(it, "acknowledged")}건 확인됨.`,
	"lag moves": (it) =>
		`밀린 수가 움직임: 이전 ${counted(it, "before")}건, 지금 ${counted(it, "after")}건.`,
	"lag knowable": (it) => `밀린 수를 알 수 있음: ${counted(it, "messages")}건.`,
	"as left": () => "그대로 유지됨.",
};

export const koCourse: CourseWords = {
	states: {
		asked: "요청됨",
		answered: "응답함",
		planned: "계획됨",
		approved: "승인됨",
		running: "진행 중",
		done: "완료",
		"partly done": "일부 완료",
		refused: "거절됨",
		failed: "실패",
		unknown: "알 수 없음",
		cancelled: "취소됨",
		expired: "만료됨",
	},
	stages: {
		"looking again": "다시 확인",
		messages: "메시지",
		members: "멤버",
		proving: "브로커에서 결과 확인",
	},
	positions: "읽기 위치",
	afterwards,
	progress: ([messages, ofMessages], [members, ofMembers], unit) => {
		const [what, each] = named[unit];
		return [
			...(ofMessages.n > 0
				? [
						`${what} ${bounded(ofMessages)}${each} 중 ${count(messages, "ko")}${each}`,
					]
				: []),
			...(ofMembers > 0
				? [`멤버 ${count(ofMembers, "ko")}명 중 ${count(members, "ko")}명`]
				: []),
		].join(", ");
	},
	goesOn:
		"닫아도 작업은 계속되며 결과는 활동에 남습니다. 멈추면 이미 한 것은 그대로 둡니다.",
	writtenDown: "시작하기 전에 기록함",
	stop: "지금 하던 만큼만 하고 멈추기",
	stopping: (by) => `멈추는 중 (${by})`,
	by: (person) => `실행: ${person}`,
	took: (seconds) =>
		seconds < 1 ? "1초 미만 걸림" : `${lasting(seconds)} 걸림`,
	started: (seconds) => `${lasting(seconds)} 전에 시작`,
	onBroker: "브로커에서",
	verified: (seconds) =>
		seconds < 1
			? "직후에 브로커에서 확인했습니다."
			: `${lasting(seconds)} 뒤에 브로커에서 확인했습니다.`,
	notVerified: "그 뒤 브로커를 살펴볼 수 없었습니다.",
	refused: (n) => `거절 ${count(n, "ko")}건`,
	undo: "되돌리기",
	undoOf: (n, unit) => {
		const [what, each] = named[unit];
		return `${what} ${count(n, "ko")}${each} 되돌리기`;
	},
	undone: "되돌림",
	undoIt: "다른 정리 작업이 되돌렸습니다",
	seeActivity: "활동에서 보기",
	done: "완료",
	nothingDone: "아무것도 하지 않았습니다.",
	unknownMeans:
		"작업이 중단되었습니다. 되었는지, 안 되었는지, 일부만 되었는지 알 수 없습니다. 브로커의 현재 상태는 아래와 같습니다.",
	lookedAgain: "다시 확인",
};
