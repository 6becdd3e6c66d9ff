// What does the palette say? In a file of its own, which is loaded with the palette.
import type { Language } from "../language.ts";
import { count } from "../numbers.ts";

/** What can be done about one subscription: its page has the plan drawn. */
export const deeds = [
	...(["reclaim", "park", "remove", "clear", "count"] as const),
	...(["recover", "redrive", "reset", "forget", "trim", "destroy"] as const),
	...(["move", "delete", "purge"] as const),
] as const;

export type PaletteWords = {
	readonly deeds: Readonly<Record<(typeof deeds)[number], string>>;
	readonly sections: {
		readonly subscriptions: string;
		readonly brokers: string;
		readonly names: string;
		readonly filters: string;
		readonly actions: string;
	};
	/** What can be done with the one that is chosen. */
	doFor(name: string): string;
	on(group: string, channel: string): string;
	readonly channel: string;
	readonly group: string;
	subscriptions(n: number): string;
	groupsOf(channel: string): string;
	channelsOf(group: string): string;
	brokerOf(broker: string): string;
	readonly mute: string;
	readonly muteAll: string;
	readonly copyLink: string;
	readonly copyCommand: string;
	toPage(page: string): string;
	readonly pause: string;
	readonly goLive: string;
	readonly ask: string;
	theme(theme: string): string;
	readonly otherLanguage: string;
	readonly localTime: string;
	zone(zone: string): string;
	only(verdict: string): string;
	readonly keys: string;
	readonly close: string;
	readonly asking: string;
	readonly again: string;
	nothing(text: string): string;
	found(subscriptions: number | null, things: number): string;
	readonly hints: {
		readonly choose: string;
		readonly open: string;
		readonly newTab: string;
	};
};

const some = (n: number, one: string, other: string): string =>
	`${count(n, "en")} ${n === 1 ? one : other}`;

const en: PaletteWords = {
	deeds: {
		reclaim: "Reclaim what dead members hold…",
		park: "Dead-letter what keeps failing…",
		remove: "Remove dead members…",
		clear: "Clear what is gone…",
		count: "Count the lag…",
		recover: "Return what lies in progress…",
		redrive: "Put back dead letters…",
		reset: "Reset positions…",
		forget: "Forget this channel…",
		trim: "Trim what every group has finished…",
		destroy: "Delete the group…",
		move: "Move messages…",
		delete: "Delete the channel…",
		purge: "Throw messages away…",
	},
	sections: {
		subscriptions: "Subscriptions",
		brokers: "Brokers",
		names: "Channels and groups",
		filters: "Filter",
		actions: "Do",
	},
	doFor: (name) => `Do, for ${name}`,
	on: (group, channel) => `${group} on ${channel}`,
	channel: "channel",
	group: "group",
	subscriptions: (n) => some(n, "subscription", "subscriptions"),
	groupsOf: (channel) => `Show all groups of ${channel}`,
	channelsOf: (group) => `Show all channels of ${group}`,
	brokerOf: (broker) => `Open its broker, ${broker}`,
	mute: "Mute its alerts…",
	muteAll: "Mute all alerts…",
	copyLink: "Copy its link",
	copyCommand: "Copy it as a command (c)",
	toPage: (page) => `Go to: ${page}`,
	pause: "Pause: stop asking for new values",
	goLive: "Live: ask for new values again",
	ask: "Ask again now",
	theme: (theme) => `Theme: ${theme}`,
	otherLanguage: "한국어로 보기 (Korean)",
	localTime: "Times: local time",
	zone: (zone) => `Times: ${zone}`,
	only: (verdict) => `Show only: ${verdict}`,
	keys: "Keys",
	close: "Close",
	asking: "Asking the server",
	again: "Try again",
	nothing: (text) => `Nothing fits “${text}”`,
	found: (subscriptions, things) =>
		[
			...(subscriptions === null ? [] : [en.subscriptions(subscriptions)]),
			some(things, "thing to do", "things to do"),
		].join(", "),
	hints: { choose: "choose", open: "open", newTab: "in a new tab" },
};

const ko: PaletteWords = {
	deeds: {
		reclaim: "종료된 멤버가 보유한 것 회수…",
		park: "계속 실패하는 것 따로 보관…",
		remove: "종료된 멤버 제거…",
		clear: "없어진 메시지 정리…",
		count: "밀린 수 세기…",
		recover: "처리 중인 것 되돌려 넣기…",
		redrive: "보관한 메시지 되돌려 넣기…",
		reset: "읽기 위치 재설정…",
		forget: "이 채널의 읽기 위치 지우기…",
		trim: "모든 그룹이 끝낸 것 잘라내기…",
		destroy: "그룹 삭제…",
		move: "메시지 옮기기…",
		delete: "채널 삭제…",
		purge: "메시지 버리기…",
	},
	sections: {
		subscriptions: "구독",
		brokers: "브로커",
		names: "채널과 그룹",
		filters: "필터",
		actions: "실행",
	},
	doFor: (name) => `실행: ${name}`,
	on: (group, channel) => `${channel} → ${group}`,
	channel: "채널",
	group: "그룹",
	subscriptions: (n) => `구독 ${count(n, "ko")}개`,
	groupsOf: (channel) => `이 채널의 모든 그룹 보기: ${channel}`,
	channelsOf: (group) => `이 그룹의 모든 채널 보기: ${group}`,
	brokerOf: (broker) => `브로커 열기: ${broker}`,
	mute: "이 구독의 알림 음소거…",
	muteAll: "모든 알림 음소거…",
	copyLink: "링크 복사",
	copyCommand: "명령으로 복사 (c)",
	toPage: (page) => `이동: ${page}`,
	pause: "멈춤: 새 값을 묻지 않기",
	goLive: "실시간: 새 값을 다시 묻기",
	ask: "지금 새로 고침",
	theme: (theme) => `테마: ${theme}`,
	otherLanguage: "Switch to English (영어)",
	localTime: "시간대: 현지 시각",
	zone: (zone) => `시간대: ${zone}`,
	only: (verdict) => `이 판정만 보기: ${verdict}`,
	keys: "단축키",
	close: "닫기",
	asking: "서버에 묻는 중",
	again: "다시 시도",
	nothing: (text) => `“${text}” 검색 결과 없음`,
	found: (subscriptions, things) =>
		[
			...(subscriptions === null ? [] : [ko.subscriptions(subscriptions)]),
			`실행 ${count(things, "ko")}가지`,
		].join(", "),
	hints: { choose: "선택", open: "열기", newTab: "새 탭에서 열기" },
};

export const paletteWords: Readonly<Record<Language, PaletteWords>> = {
	en,
	ko,
};
