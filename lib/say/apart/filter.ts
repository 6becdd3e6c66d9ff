// What does the filter say while it is typed, and where nothing fits? In a file of its own, which is loaded with its list.
import type { FilterKey, FilterNumber } from "#lib/core/filter/filter.ts";
import type { Language } from "../language.ts";
import { count } from "../numbers.ts";

export type FilterWords = {
	readonly suggestions: string;
	/** What each key looks at. */
	readonly keys: Readonly<Record<FilterKey | FilterNumber, string>>;
	subscriptions(n: number): string;
	/** Of a pattern: whatever begins as it was typed. */
	readonly begins: string;
	readonly compares: {
		readonly more: string;
		readonly less: string;
		readonly exactly: string;
		readonly unknown: string;
	};
	/** For those who listen. */
	found(suggestions: number): string;
	readonly hints: {
		readonly choose: string;
		readonly take: string;
		readonly close: string;
	};
	/** One term less, and how many rows that shows. */
	drop(term: string, n: number): string;
};

const some = (n: number, one: string, other: string): string =>
	`${count(n, "en")} ${n === 1 ? one : other}`;

const en: FilterWords = {
	suggestions: "Suggestions",
	keys: {
		verdict: "how it goes",
		broker: "where it runs",
		system: "the technology",
		kind: "what kind of channel",
		channel: "where messages wait",
		group: "who reads together",
		family: "channels that differ by a number",
		lag: "messages not yet delivered",
		holding: "messages delivered, not acknowledged",
		oldest: "how long the oldest is held",
		deliveries: "most deliveries of one message",
		members: "how many live",
		margin: "time until messages are lost",
	},
	subscriptions: (n) => some(n, "subscription", "subscriptions"),
	begins: "all that begin so",
	compares: {
		more: "more than",
		less: "less than",
		exactly: "exactly",
		unknown: "cannot be known",
	},
	found: (n) => some(n, "suggestion", "suggestions"),
	hints: { choose: "choose", take: "take", close: "close" },
	drop: (term, n) =>
		`Drop ${term}: shows ${some(n, "subscription", "subscriptions")}`,
};

const ko: FilterWords = {
	suggestions: "제안",
	keys: {
		verdict: "판정",
		broker: "브로커 이름",
		system: "시스템 종류",
		kind: "채널 종류",
		channel: "메시지가 쌓이는 곳",
		group: "함께 읽는 쪽",
		family: "번호만 다른 채널 묶음",
		lag: "아직 전달되지 않은 메시지 수",
		holding: "전달되었으나 확인되지 않은 메시지 수",
		oldest: "가장 오래 보유한 시간",
		deliveries: "한 메시지의 최대 전달 횟수",
		members: "생존 멤버 수",
		margin: "유실까지 남은 시간",
	},
	subscriptions: (n) => `구독 ${count(n, "ko")}개`,
	begins: "이렇게 시작하는 모든 것",
	compares: {
		more: "초과",
		less: "미만",
		exactly: "정확히",
		unknown: "알 수 없음",
	},
	found: (n) => `제안 ${count(n, "ko")}개`,
	hints: { choose: "선택", take: "넣기", close: "닫기" },
	drop: (term, n) => `${term} 빼기: 구독 ${count(n, "ko")}개`,
};

export const filterWords: Readonly<Record<Language, FilterWords>> = { en, ko };
