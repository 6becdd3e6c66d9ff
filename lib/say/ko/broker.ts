// What does the page of one broker say in Korean?

import { count } from "../numbers.ts";
import { clock, duration, moment, precisely } from "../times.ts";
import { type BrokerWords, isMinute } from "../words/broker.ts";
import { standing } from "./standing.ts";

export const koBroker: BrokerWords = {
	broker: "브로커",
	freshness: {
		fresh: "최신",
		late: "늦음",
		silent: "응답 없음",
	},
	never: "아직 응답 없음",
	heard: (seconds, everySeconds) =>
		`${precisely(seconds, "ko")} 전에 응답, ${duration(everySeconds, "ko")}마다 확인`,
	asked: (everySeconds) => `${duration(everySeconds, "ko")}마다 확인`,
	troubles: "문제",
	valuesFrom: (ms, nowMs) =>
		nowMs - ms < 86_400_000
			? `모두 ${clock(ms, "ko")}의 값입니다`
			: `모두 ${moment(ms, nowMs, "ko")}의 값입니다`,
	subscriptions: "구독",
	onBoard: "보드에서 보기",
	noneOnBoard: "보드에 없음",
	version: "버전",
	versionNote: "브로커가 알린 값",
	versionUnknown: "브로커가 알려 주지 않음",
	share: "Tidemark 사용분",
	shareNote: (seconds) =>
		`최근 ${isMinute(seconds) ? "1분" : duration(seconds, "ko")} 동안 이 서버의 시간 중`,
	shareUnknown:
		"아직 측정하지 않았거나, 읽기에 든 시간을 서버가 알려 주지 않음",
	connections: "연결",
	connectionsOf: (most) => `서버가 허용하는 ${count(most, "ko")}개 중`,
	mostUnknown: "몇 개까지 허용하는지 서버가 알려 주지 않음",
	connectionsUnknown: "몇 개가 열려 있는지 서버가 알려 주지 않음",
	besideNote: "보드에 없음",
	standing: "잃을 수 있는 것",
	standings: standing,
	verdicts: "판정별 구독",
	onlyVerdict: (verdict, n) => `${verdict}: ${count(n, "ko")}개 보드에서 보기`,
	beside: "읽기 위치가 없는 그룹",
	besideWhy:
		"보드에 행이 없는 그룹입니다. 커넥터를 나누어 맡는 워커나 한 번도 커밋하지 않는 컨슈머처럼 어느 채널에도 읽기 위치가 없으면 얼마나 밀렸는지 아무도 알 수 없습니다.",
	besideNone:
		"없습니다. 알려진 그룹은 모두 채널에 읽기 위치가 있고 보드에 행이 있습니다.",
	besideNotHeard: "알 수 없습니다. 이 브로커는 아직 응답한 적이 없습니다.",
	leftOut: (n) => `그 밖의 ${count(n, "ko")}개는 표시하지 않았습니다.`,
	columns: {
		group: "그룹",
		kind: "종류",
		state: "상태",
		members: "멤버",
	},
	stale: "지금은 응답 없음",
	membersOf: (group) => `멤버: ${group}`,
	furtherMembers: (n) => `그 밖에 ${count(n, "ko")}명 등록`,
	gone: "그런 브로커는 없습니다",
};
