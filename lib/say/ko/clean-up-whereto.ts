// How is it said in Korean where a group is to read on, and which positions move?
import { count, pace } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { largest } from "../times.ts";
import type { MovesWords, WheretoWords } from "../words/clean-up-whereto.ts";

export const koWhereto: WheretoWords = {
	title: "다시 읽을 위치",
	places: {
		ago: {
			name: "얼마 전부터",
			means: "그때 또는 그 뒤에 쓰인 첫 메시지부터 읽습니다.",
		},
		time: {
			name: "시각 지정",
			means: "그때 또는 그 뒤에 쓰인 첫 메시지부터 읽습니다.",
		},
		first: {
			name: "처음",
			means: "남아 있는 첫 메시지부터 모두 다시 읽습니다.",
		},
		end: {
			name: "끝",
			means: "지금 대기 중인 메시지를 이 그룹은 영영 읽지 않습니다.",
		},
		shift: {
			name: "옮기기",
			means: "파티션마다 지금 위치를 기준으로 옮깁니다.",
		},
		exact: {
			name: "위치 지정",
			means: "모든 파티션을 같은 위치로 정합니다.",
		},
		group: {
			name: "다른 그룹처럼",
			means: "그 그룹의 현재 위치를 파티션별로 따릅니다.",
		},
		listed: {
			name: "CSV",
			means:
				"한 줄에 파티션 하나씩 topic,partition,offset. 제목 줄은 없어도 됩니다.",
		},
	},
	partitions: "파티션",
	all: "전체",
	some: "일부만",
	unsaid: {
		partitions: "파티션은 0-3, 7처럼 적으세요.",
		ago: "얼마 전인지 정수로 적으세요.",
		time: "날짜와 시각을 적으세요.",
		shift: "옮길 메시지 수를 정수로 적으세요.",
		exact: "위치를 정수로 적으세요.",
		group: "그룹을 적으세요.",
		listed: "모든 줄이 맞아야 계획을 세웁니다.",
	},
	otherAgo: "직접 입력",
	units: { min: "분", h: "시간", d: "일" },
	timeIn: (zone) => `날짜와 시각, ${zone}`,
	back: "뒤로",
	forward: "앞으로",
	byMany: "메시지 수",
	position: "위치",
	group: "그룹",
	file: {
		paste: "읽기 위치 목록",
		choose: "파일 선택…",
		present: "현재 위치 복사",
		reading: "브로커에 묻는 중",
		copied: "복사됨",
		positions: (n) => `읽기 위치 ${count(n, "ko")}개`,
		others: (n) =>
			`${count(n, "ko")}개는 다른 채널의 위치여서 이 작업에서 제외됩니다.`,
		line: (line) => `${count(line, "ko")}번째 줄`,
		faults: {
			"quote open": () => "따옴표가 닫히지 않았습니다",
			"not three": (it) =>
				`topic, partition, offset 대신 항목이 ${count(numberOf(it, "fields") ?? 0, "ko")}개 있습니다`,
			"channel missing": () => "토픽이 없습니다",
			"partition wrong": (it) =>
				`파티션 번호가 아닙니다: “${textOf(it, "said")}”`,
			"position wrong": (it) => `오프셋이 아닙니다: “${textOf(it, "said")}”`,
			twice: (it) =>
				`${count(numberOf(it, "before") ?? 0, "ko")}번째 줄에 이미 있는 파티션입니다`,
			"too many": (it) =>
				`최대 ${count(numberOf(it, "most") ?? 0, "ko")}개여서 여기부터는 읽지 않습니다`,
		},
		more: (n) => `잘못된 줄이 ${count(n, "ko")}개 더 있습니다.`,
	},
};

export const koMoves: MovesWords = {
	title: "읽기 위치",
	channel: "채널",
	partition: "파티션",
	before: "지금",
	after: "이후",
	change: "변화",
	none: "없음",
	replayed: (n) => `${count(n, "ko")}건 다시 읽음`,
	skipped: (n) => `${count(n, "ko")}건 읽지 않음`,
	begins: "새 위치",
	back: "이전대로",
	ends: "위치가 없어짐",
	same: "그대로",
	brought: "범위 안으로 조정",
	kept: (first, end) =>
		`남아 있는 범위: ${count(first, "ko")}~${count(end, "ko")}`,
	rest: (n) => `파티션 ${count(n, "ko")}개는 표시하지 않았습니다.`,
	takes: (it) =>
		it === null
			? "다시 읽는 데 걸리는 시간은 알 수 없습니다. 이 그룹이 읽는 속도를 본 적이 없습니다."
			: `마지막 속도(초당 ${pace(it.perSecond, "ko")}건)로 다시 읽으면 약 ${largest(it.seconds, "ko")} 걸립니다.`,
};
