// What came of sending a notice, in Korean? What the other side said is quoted, never an address or a key.
import { brief } from "../name.ts";
import type { AlertsWords } from "../words/alerts.ts";
import type { Values } from "../words/words.ts";

const said = ({ said: text = "" }: Values): string =>
	text === "" ? "" : `: “${brief(String(text), 300)}”`;
const detail = ({ detail: text = "" }: Values): string =>
	text === "" ? "" : `: ${brief(String(text), 300)}`;
const code = (values: Values): string =>
	values.code === undefined ? "" : ` (${values.code})`;
const named = (value: string | number | undefined): string =>
	brief(String(value ?? ""), 200);

export const koAnswers: AlertsWords["answers"] = {
	taken: (it) => `받았습니다${code(it)}${said(it)}`,
	"turned down": (it) => `거절했습니다${code(it)}${said(it)}`,
	busy: (it) => `바쁩니다${code(it)}${said(it)}. 다시 보냅니다`,
	redirected: (it) =>
		`다른 곳으로 돌려보냅니다${code(it)}: ${named(it.host)}. 따라가지 않습니다`,
	"address not allowed": (it) =>
		`내부 주소입니다: ${named(it.host)} → ${named(it.address)}. alerts.allow에 적어야 합니다`,
	"name unknown": (it) => `알 수 없는 이름입니다: ${named(it.host)}`,
	"refused connection": () =>
		"연결이 거부되었습니다. 그곳에서 듣는 프로그램이 없습니다",
	"no answer in time": () => "제때 응답하지 않았습니다",
	"closed midway": () => "응답하기 전에 연결을 끊었습니다",
	"not trusted": (it) => `인증서를 신뢰할 수 없습니다${detail(it)}`,
	"sign-in refused": (it) => `로그인을 거부했습니다${detail(it)}`,
	"no such outlet": () => "설정에 더 이상 없는 수신처입니다",
	"too late": () => "너무 오래되어 포기했습니다",
	"not understood": () => "이해할 수 없는 응답입니다",
};
