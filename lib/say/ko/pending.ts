// What does a look at what is held say in Korean?
import { amount, count, signed } from "../numbers.ts";
import { largest, precisely } from "../times.ts";
import type { PendingWords } from "../words/pending.ts";

export const koPending: PendingWords = {
	title: "미확인 항목",
	held: (n) => `전달 후 확인되지 않은 항목 ${count(n, "ko")}개`,
	nothing: "보유한 것 없음: 전달된 것은 모두 확인되었습니다.",
	ages: ["1분 미만", "1~5분", "5~30분", "30분~2시간", "2시간~1일", "1일 초과"],
	times: ["1회", "2회", "3~5회", "6~10회", "11~100회", "100회 초과"],
	idle: "마지막 전달 후",
	longerThanUsual: (duration) => `여기 평소(${duration})보다 오래됨`,
	written: "작성 후",
	deliveries: "전달 횟수",
	holders: "보유 멤버",
	othersHold: (members, entries) =>
		`그 밖의 ${count(members, "ko")}명 ${count(entries, "ko")}개`,
	about: (seen, total) =>
		`추정값: ${count(total, "ko")}개 중 ${count(seen, "ko")}개 표본.`,
	counted: (n) => `${count(n, "ko")}개 모두 셈.`,
	counting: (n, total) =>
		`추정값; 지금까지 ${count(total, "ko")}개 중 ${count(n, "ko")}개 셈.`,
	most: (deliveries, idle) =>
		`최다 전달: ${amount(deliveries, "ko")}회. 마지막 전달 후 최장: ${signed(idle, precisely(idle.n, "ko"))}.`,
	countAll: "모두 세기",
	countAgain: "다시 세기",
	stop: "멈춤",
	filters: "항목 고르기",
	anyMember: "모든 멤버",
	anyTimes: "횟수 무관",
	anyAge: "시간 무관",
	member: "보유 멤버",
	atLeastTimes: "전달 횟수",
	atLeastIdle: "마지막 전달 후",
	timesOrMore: (n) => `${count(n, "ko")}회 이상`,
	forLonger: (seconds) => `${largest(seconds, "ko")} 이상`,
	columns: {
		id: "항목",
		member: "멤버",
		idle: "마지막 전달",
		deliveries: "전달",
		written: "작성",
		size: "크기",
		contents: "내용",
	},
	gone: "없어짐",
	goneWhy: "메시지는 삭제되었고 보유 기록만 남음",
	noMatch: "조건에 맞는 항목이 없습니다.",
	passed: (n, total) => `${count(total, "ko")}개 중 ${count(n, "ko")}개 살펴봄`,
	further: "더 찾기",
	next: "다음 페이지",
	previous: "이전 페이지",
	show: "내용 보기",
	hide: "내용 숨기기",
	contentsOf: (id) => `${id}의 내용`,
	mayNot: "현재 역할로는 메시지 내용을 볼 수 없습니다.",
	bytesLeftOut: (n) => `… 외 ${count(n, "ko")}바이트`,
	fieldsLeftOut: (n) => `외 필드 ${count(n, "ko")}개`,
	noFields: "메시지가 없어졌거나 그사이 확인되었습니다.",
};
