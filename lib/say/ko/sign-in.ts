// What do the sign-in page and the page of an invitation say in Korean?
import { passwordLength } from "#lib/core/people/people.ts";
import { count } from "../numbers.ts";
import { duration } from "../times.ts";
import type { SignInWords } from "../words/sign-in.ts";

const { min, max } = passwordLength;

export const koSignIn: SignInWords = {
	title: "로그인",
	over: "세션이 끝났습니다. 로그인하면 보던 화면으로 돌아갑니다.",
	left: "로그아웃했습니다.",
	name: "이름",
	password: "비밀번호",
	show: "표시",
	hide: "숨기기",
	signIn: "로그인",
	signingIn: "로그인하는 중…",
	or: "또는",
	demo: "데모 열기",
	otherwise: "로그인할 방법이 없다면 입장 링크 만들기",
	wait: (seconds) =>
		`시도가 너무 많았습니다. ${duration(seconds, "ko")} 후에 다시 시도하세요.`,
	nameMissing: "이름을 입력하세요.",
	passwordMissing: "비밀번호를 입력하세요.",
	invitation: {
		title: (person) =>
			person === null ? "비밀번호 정하기" : `비밀번호 정하기: ${person}`,
		lead: "초대를 받았습니다. 비밀번호를 정하면 앞으로 여기에서 로그인할 수 있습니다.",
		rules: `모든 문자 사용 가능, ${min}자 이상 ${max}자 이하. 서로 관련 없는 단어 몇 개를 이어 쓰는 것이 좋습니다. 자신의 이름이나 흔한 비밀번호는 쓸 수 없습니다.`,
		short: (missing) => `${count(missing, "ko")}자 더 필요합니다.`,
		long: `${max}자보다 깁니다.`,
		set: "비밀번호를 정하고 로그인",
		setting: "비밀번호를 저장하는 중…",
		again:
			"초대 링크는 한 번만 쓸 수 있습니다. 보낸 사람에게 새 링크를 요청하세요.",
	},
};
