// What does the page of one subscription say in Korean?
import { count } from "./numbers.ts";
import { clock, duration, moment, precisely } from "./times.ts";
import type { SubscriptionWords } from "./words.ts";

export const koSubscription: SubscriptionWords = {
	copyCommand: "명령으로 복사",
	copiedCommand: "명령 복사됨",
	since: (at, lasting) => `${at}부터, ${lasting}`,
	lag: "밀린 수",
	timeLag: "밀린 시간",
	holding: "보유",
	pace: "속도",
	members: "멤버",
	waiting: "그룹에 아직 전달되지 않음",
	untaken: "가져가기를 기다리는 중",
	sinceHour: (change) =>
		change === 0
			? "1시간 전과 같음"
			: `1시간 전보다 ${count(Math.abs(change), "ko")} ${change > 0 ? "많음" : "적음"}`,
	timeLagNote: "전달되지 않은 가장 오래된 메시지의 나이",
	margin: "여유",
	marginNote: "읽지 않은 메시지가 보존 기한에 닿기까지",
	marginNone: "잃을 읽지 않은 메시지 없음",
	marginKept: "계속 보존됨: 보존 기한으로 지워지지 않음",
	oldest: (age) => `가장 오래된 것 ${age}`,
	nothingHeld: "보유한 것 없음",
	notHeld: "보유라는 것이 없는 종류",
	inOut: (arrivals, departures) => `입력 ${arrivals}/s, 출력 ${departures}/s`,
	paceUnknown: "측정이 더 필요함",
	registered: (n) => `${count(n, "ko")}명 등록`,
	liveNotKnown: "생존 수는 알 수 없음",
	heard: (seconds, readings, windowSeconds) =>
		readings > 1
			? `${duration(windowSeconds, "ko")} 동안 ${count(readings, "ko")}번 측정한 값으로 판정, 마지막은 ${precisely(seconds, "ko")} 전`
			: `${precisely(seconds, "ko")} 전까지의 측정으로 판정`,
	valuesFrom: (ms, nowMs) =>
		nowMs - ms < 86_400_000
			? `모두 ${clock(ms, "ko")}의 값`
			: `모두 ${moment(ms, nowMs, "ko")}의 값`,
	history: "기록",
	partitions: "파티션",
	partitionCount: (total) => `파티션 ${count(total, "ko")}개`,
	lagOf: (total) => `파티션 ${count(total, "ko")}개의 밀린 수`,
	notMoved: "지켜본 뒤로 움직인 적 없음",
	settings: "여기에 영향을 주는 설정",
	settingNames: {
		"kept for": "메시지 보존 기간",
		"kept up to": "파티션 보존 크기",
		compacted: "압축",
		"dated by": "메시지 시각을 매기는 쪽",
		"positions kept for": "빈 그룹의 위치 보존 기간",
		"group type": "그룹 유형",
		"group state": "그룹 상태",
		assignor: "파티션 분배 방식",
		waiting: "대기",
		"in progress": "처리 중",
		"put off": "나중으로 미룸",
		failed: "처리 실패",
	},
	settingWords: {
		unbounded: "제한 없음",
		yes: "켜짐",
		no: "꺼짐",
		producer: "생산자",
		broker: "브로커",
	},
	columns: {
		partition: "파티션",
		owner: "담당",
		lag: "밀린 수",
		timeLag: "밀린 시간",
		margin: "여유",
		moved: "움직임",
		position: "위치",
		end: "끝",
		member: "멤버",
		client: "클라이언트",
		host: "호스트",
		owns: "파티션",
		holding: "보유",
		idle: "쉰 시간",
		verdict: "판정",
		evidence: "근거",
		oldestHeld: "최장 보유",
		connection: "연결",
		connected: "연결 시간",
		output: "전송 대기",
		ofLimit: "한도 대비",
		behind: "밀린 시각",
	},
	work: "메시지 위치",
	inProgress: "처리 중인 오래된 메시지",
	subscribers: "구독자",
	subscribersNote: "현재 연결됨",
	couldListen: (n) =>
		`연결 ${count(n, "ko")}개; 누가 어느 채널을 구독하는지는 알 수 없음`,
	noSubscribers: "구독자가 없습니다.",
	keepsUp: "밀리지 않음",
	shown: (seconds) => `${precisely(seconds, "ko")} 전 브로커가 보인 그대로`,
	asking: "브로커에 묻는 중…",
	askAgain: "다시 묻기",
	noPartitions: "브로커에 파티션이 없습니다.",
	allMembers: "전체",
	whichMembers: "볼 멤버",
	mostLagging: (n, total) =>
		`파티션 ${count(total, "ko")}개 중 가장 많이 밀린 ${count(n, "ko")}개의 밀린 수`,
	noMembers: "브로커에 멤버가 없습니다.",
	memberMarks: {
		away: "자리 비움, 복귀 예정",
		rebalancing: "재분배 중; 파티션은 이전 값",
	},
	page: (from, to, total) =>
		`${count(total, "ko")}개 중 ${count(from, "ko")}~${count(to, "ko")}`,
	previous: "이전 페이지",
	next: "다음 페이지",
	gone: "이 구독은 보드에 없습니다",
	goneWhy: "브로커에서 사라졌거나, 지금은 다른 이름으로 보고 있을 수 있습니다.",
};
