// What is said in Korean of people, of what they may do and where, and of how they came in?

import { brief } from "../name.ts";
import type { AccessWords } from "../words/access.ts";
import { koPeople } from "./people.ts";

const listed = (names: readonly string[]): string =>
	names.map((name) => brief(name, 80)).join(", ");

export const koAccess: AccessWords = {
	title: "사용자",
	loading: "사용자를 불러오는 중",
	again: "다시 시도",
	acts: {
		see: "보기",
		look: "구독 자세히 보기",
		"see contents": "메시지 내용 보기",
		"tend alerts": "규칙 변경과 음소거",
		"act without loss": "유실 없는 정리",
		act: "모든 정리",
		administer: "사용자 관리",
	},
	grant: (rights, place) =>
		`허용: ${rights.join(", ")} (${place ?? "모든 곳"})`,
	place: ({ brokers, channels, groups }) =>
		[
			...(channels ? [`채널 ${listed(channels)}`] : []),
			...(groups ? [`그룹 ${listed(groups)}`] : []),
			...(brokers ? [`브로커 ${listed(brokers)}`] : []),
		].join(" · "),
	orAt: " 또는 ",
	seesOnly: (place) =>
		`일부만 보입니다: ${place}. 나머지는 개수에도 포함되지 않습니다.`,
	onlyAt: (place) => `현재 역할로 가능한 범위: ${place}`,
	needsEverywhere: (place) =>
		`모든 곳에 대한 권한이 필요합니다. 현재 범위: ${place}`,
	withheld:
		"규칙, 음소거, 수신처는 전체에 관한 것이므로 전체를 볼 수 있는 사람에게만 표시됩니다.",
	ways: {
		link: "링크로 로그인",
		demo: "데모 방문자",
		password: "비밀번호로 로그인",
		provider: "계정 제공자로 로그인",
		proxy: "프록시로 로그인",
		token: "토큰 사용",
	},
	account: {
		title: "내 계정",
		roles: (names) => `역할: ${names}`,
		rights: "내 권한",
		name: "이름",
		signOut: "로그아웃",
		signOutEverywhere: "모든 곳에서 로그아웃",
		everywhereMeans: "이 세션을 포함해 내 세션이 모두 끝납니다.",
		toPeople: "사용자, 세션, 토큰",
		toAccount: "내 세션과 토큰",
		password: "비밀번호",
		change: "비밀번호 변경…",
		current: "현재 비밀번호",
		next: "새 비밀번호",
		rules:
			"모든 문자 사용 가능, 12자 이상 200자 이하. 바꾸면 다른 세션이 모두 끝납니다.",
		set: "비밀번호 저장",
		setting: "비밀번호를 저장하는 중…",
		wasSet: "비밀번호를 저장했습니다. 다른 세션은 끝났습니다.",
		show: "표시",
		hide: "숨기기",
	},
	...koPeople,
	shownOnce: {
		onlyNow: "지금 한 번만 표시됩니다.",
		copy: "복사",
		copied: "복사됨",
		done: "완료",
	},
	nameRule: "글자, 숫자, 사이 공백, . _ @ + -, 최대 64자.",
	daysRule: (most) => `최대 ${most}일.`,
	cancel: "취소",
};
