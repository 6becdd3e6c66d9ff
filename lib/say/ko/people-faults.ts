// Why can somebody not come in so, or who may come in not be changed so? In Korean.
import type { PeopleFault } from "#lib/core/people/faults.ts";
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import { duration } from "../times.ts";
import type { Values, Words } from "../words/words.ts";

const wait = (it: Values): string =>
	`${duration(numberOf(it, "seconds") ?? 1, "ko")} 후에 다시 시도하세요.`;
const most = (it: Values): string => count(numberOf(it, "most") ?? 0, "ko");

export const peopleFaults: Pick<Words["rareProblems"], PeopleFault> = {
	"sign-in refused": () => "이름 또는 비밀번호가 맞지 않습니다.",
	"too many tries": (it) => `시도가 너무 많았습니다. ${wait(it)}`,
	"try again soon": (it) =>
		`지금 다른 사람들이 로그인하고 있습니다. ${wait(it)}`,
	"invitation not valid": () => "이미 사용했거나 기한이 지난 초대 링크입니다.",
	"passwords off": () => "여기에서는 비밀번호로 로그인할 수 없습니다.",
	"no role": () =>
		"확인된 사용자이지만 역할이 없습니다. 사용자 관리자에게 필요한 역할을 요청하세요.",
	"not for tokens": () => "토큰으로는 할 수 없는 작업입니다.",
	"collector silent": () =>
		"수집기가 응답하지 않아 아무것도 바꾸지 않았습니다. 응답하면 다시 시도하세요.",
	"password short": (it) =>
		`비밀번호가 너무 짧습니다. ${numberOf(it, "least") ?? 12}자 이상이어야 합니다.`,
	"password long": (it) =>
		`비밀번호가 너무 깁니다. ${numberOf(it, "most") ?? 200}자 이하여야 합니다.`,
	"password is name": () =>
		"이름은 비밀번호가 될 수 없습니다. 다른 것을 고르세요.",
	"password common": () =>
		"가장 먼저 시도되는 흔한 비밀번호입니다. 다른 것을 고르세요.",
	"password wrong": () => "현재 비밀번호가 맞지 않습니다.",
	"person name bad": () =>
		"쓸 수 없는 이름입니다. 글자와 숫자, 사이에 공백과 . _ @ + - 가능, 최대 64자.",
	"person name reserved": (it) =>
		`“${textOf(it, "name")}”: 기록에서 다른 뜻으로 쓰이므로 쓸 수 없는 이름입니다.`,
	"person name taken": (it) =>
		`“${textOf(it, "name")}”: 이미 있는 사용자입니다.`,
	"person gone": (it) => `“${textOf(it, "name")}”: 더 이상 없는 사용자입니다.`,
	"people too many": (it) =>
		`사용자가 이미 ${most(it)}명이며 더 추가할 수 없습니다. 먼저 한 명을 삭제하세요.`,
	"role unknown": (it) => `“${textOf(it, "role")}”: 없는 역할입니다.`,
	"last admin": () =>
		"그러면 아무도 사용자를 관리할 수 없게 됩니다. 먼저 다른 사람을 admin으로 지정하세요.",
	"link administers": () =>
		"링크로는 사용자를 관리할 수 없습니다. 다른 역할을 고르세요.",
	"token not yours to make": () =>
		"토큰은 이곳의 비밀번호로 로그인하는 사람만 만들 수 있습니다.",
	"token beyond maker": (it) =>
		`“${textOf(it, "role")}”: 내 권한을 넘는 역할이라 토큰에 줄 수 없습니다.`,
	"tokens too many": (it) =>
		`토큰이 이미 ${most(it)}개이며 더 만들 수 없습니다. 먼저 하나를 끝내세요.`,
	"token gone": () => "이미 끝난 토큰입니다.",
	"session gone": () => "이미 끝난 세션입니다.",
};
