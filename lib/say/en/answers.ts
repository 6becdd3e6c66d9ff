// What came of sending a notice, in English? What the other side said is quoted, never an address or a key.
import { brief } from "../name.ts";
import type { AlertsWords } from "../words/alerts.ts";
import type { Values } from "../words/words.ts";

const said = ({ said: text = "" }: Values): string =>
	text === "" ? "" : `: “${brief(String(text), 300)}”`;
const detail = ({ detail: text = "" }: Values): string =>
	text === "" ? "" : `: ${brief(String(text), 300)}`;
const code = (values: Values): string =>
	values.code === undefined ? "" : ` ${values.code}`;
const named = (value: string | number | undefined): string =>
	brief(String(value ?? ""), 200);

export const enAnswers: AlertsWords["answers"] = {
	taken: (it) =>
		`It took it${it.code === undefined ? "" : ","}${code(it)}${said(it)}`,
	"turned down": (it) => `It turned it down,${code(it)}${said(it)}`,
	busy: (it) => `It is busy,${code(it)}${said(it)}; it is tried again`,
	redirected: (it) =>
		`It sends us on to ${named(it.host)},${code(it)}, where we do not follow`,
	"address not allowed": (it) =>
		`${named(it.host)} leads to ${named(it.address)}, an address inside: it has to stand under alerts.allow`,
	"name unknown": (it) => `Nobody knows the name ${named(it.host)}`,
	"refused connection": () =>
		"Nothing listens there: the connection was refused",
	"no answer in time": () => "It did not answer in time",
	"closed midway": () => "It closed the connection before it answered",
	"not trusted": (it) => `Its certificate is not trusted${detail(it)}`,
	"sign-in refused": (it) => `It refuses our sign-in${detail(it)}`,
	"no such outlet": () =>
		"There is no such outlet in the configuration any more",
	"too late": () => "It was owed for too long and was given up",
	"not understood": () => "It said something that is not understood",
};
