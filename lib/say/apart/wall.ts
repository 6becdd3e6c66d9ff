// What does the wall say? In a file of its own, which is loaded with the wall and not with the board.
import type { Language } from "../language.ts";
import { count } from "../numbers.ts";
import { clock, duration, precisely } from "../times.ts";

export type WallBlame =
	| "offline"
	| "server"
	| "collector"
	| "never"
	| "brokers";

export type WallWords = {
	readonly title: string;
	readonly loading: string;
	dataAge(seconds: number): string;
	readonly noData: string;
	calm(backlogs: number): string;
	answering(fresh: number, brokers: number): string;
	leftOut(abandoned: number): string;
	calmFor(seconds: number): string;
	readonly noBrokers: string;
	readonly noBacklogs: string;
	someSilent(silent: number, brokers: number): string;
	nothingHeard(seconds: number): string;
	readonly nothingYet: string;
	readonly blames: Readonly<Record<WallBlame, string>>;
	/** The counts as they were, already told with the words of the verdicts. */
	known(atMs: number, counts: string): string;
	knownCalm(atMs: number): string;
	readonly untrusted: string;
	silent(broker: string, seconds: number): string;
	neverHeard(broker: string): string;
	othersSilent(n: number): string;
	waits(lag: string): string;
	flow(arrivals: string, departures: string): string;
	held(n: number): string;
	firing(n: number): string;
	readonly call: string;
	readonly callOn: string;
	readonly callOff: string;
	page(at: number, of: number): string;
	more(n: number): string;
};

const some = (n: number, one: string, other: string): string =>
	`${count(n, "en")} ${n === 1 ? one : other}`;

const en: WallWords = {
	title: "Wall",
	loading: "Asking for the board",
	dataAge: (seconds) => `data ${precisely(seconds, "en")} old`,
	noData: "no data yet",
	calm: (n) =>
		n === 1
			? "The one backlog is moving"
			: `All ${count(n, "en")} backlogs are moving`,
	answering: (fresh, all) =>
		`${count(fresh, "en")} of ${some(all, "broker", "brokers")} ${fresh === 1 ? "answers" : "answer"}.`,
	leftOut: (n) =>
		`${count(n, "en")} abandoned ${n === 1 ? "is" : "are"} left out.`,
	calmFor: (seconds) => `Calm for at least ${duration(seconds, "en")}.`,
	noBrokers: "No broker is configured",
	noBacklogs: "No backlogs yet",
	someSilent: (silent, all) =>
		`${count(silent, "en")} of ${some(all, "broker", "brokers")} ${silent === 1 ? "does" : "do"} not answer`,
	nothingHeard: (seconds) => `Nothing heard for ${duration(seconds, "en")}`,
	nothingYet: "Nothing heard yet",
	blames: {
		offline: "This browser is offline.",
		server: "The server does not answer.",
		collector: "The collector has stopped writing.",
		never: "The collector has not written anything yet.",
		brokers: "No broker answers.",
	},
	known: (atMs, counts) => `What was known at ${clock(atMs, "en")}: ${counts}.`,
	knownCalm: (atMs) => `What was known at ${clock(atMs, "en")}: nothing wrong.`,
	untrusted: "Nothing here can be trusted until it is heard again.",
	silent: (broker, seconds) =>
		`${broker} has not answered for ${duration(seconds, "en")}`,
	neverHeard: (broker) => `${broker} has never answered`,
	othersSilent: (n) => `and ${some(n, "other", "others")}`,
	waits: (lag) => `${lag} wait`,
	flow: (arrivals, departures) => `${arrivals}/s in, ${departures}/s out`,
	held: (n) => `${count(n, "en")} held`,
	firing: (n) => some(n, "alert fires", "alerts fire"),
	call: "Sound and a message when more alerts fire",
	callOn: "Sound and message are on",
	callOff: "Sound and message are off",
	page: (at, of) => `${count(at, "en")} of ${count(of, "en")}`,
	more: (n) => `${count(n, "en")} more on the board`,
};

const ko: WallWords = {
	title: "상황판",
	loading: "보드를 불러오는 중",
	dataAge: (seconds) => `${precisely(seconds, "ko")} 전 값`,
	noData: "아직 값 없음",
	calm: (n) => `백로그 ${count(n, "ko")}개 모두 흐르고 있습니다`,
	answering: (fresh, all) =>
		`브로커 ${count(all, "ko")}개 중 ${count(fresh, "ko")}개 응답.`,
	leftOut: (n) => `방치 ${count(n, "ko")}개 제외.`,
	calmFor: (seconds) => `적어도 ${duration(seconds, "ko")}째 이상 없음.`,
	noBrokers: "설정된 브로커가 없습니다",
	noBacklogs: "아직 백로그가 없습니다",
	someSilent: (silent, all) =>
		`브로커 ${count(all, "ko")}개 중 ${count(silent, "ko")}개 응답 없음`,
	nothingHeard: (seconds) => `${duration(seconds, "ko")}째 소식 없음`,
	nothingYet: "아직 소식 없음",
	blames: {
		offline: "이 브라우저가 오프라인입니다.",
		server: "서버가 응답하지 않습니다.",
		collector: "수집기가 기록을 멈췄습니다.",
		never: "수집기가 아직 아무것도 기록하지 않았습니다.",
		brokers: "응답하는 브로커가 없습니다.",
	},
	known: (atMs, counts) => `${clock(atMs, "ko")}에 알려진 상태: ${counts}.`,
	knownCalm: (atMs) => `${clock(atMs, "ko")}에 알려진 상태: 이상 없음.`,
	untrusted: "다시 소식이 올 때까지 이 화면은 믿을 수 없습니다.",
	silent: (broker, seconds) =>
		`${broker}: ${duration(seconds, "ko")}째 응답 없음`,
	neverHeard: (broker) => `${broker}: 응답한 적 없음`,
	othersSilent: (n) => `외 ${count(n, "ko")}개`,
	waits: (lag) => `${lag}건 대기`,
	flow: (arrivals, departures) => `초당 입력 ${arrivals}, 출력 ${departures}`,
	held: (n) => `${count(n, "ko")}건 보유`,
	firing: (n) => `울리는 알림 ${count(n, "ko")}건`,
	call: "알림이 늘면 소리와 메시지로 알리기",
	callOn: "소리와 메시지 켜짐",
	callOff: "소리와 메시지 꺼짐",
	page: (at, of) => `${count(at, "ko")}/${count(of, "ko")}`,
	more: (n) => `보드에 ${count(n, "ko")}개 더`,
};

export const wallWords: Readonly<Record<Language, WallWords>> = { en, ko };
