// What is wrong with a filter, in Korean?
import { count } from "../numbers.ts";
import { numberOf, textOf } from "../sentence.ts";
import type { Values, Words } from "../words/words.ts";

type Mistakes = Pick<
	Words["rareProblems"],
	Extract<keyof Words["rareProblems"], `filter ${string}`>
>;

const quoted = (values: Values, key: string): string =>
	`“${textOf(values, key)}”`;
const most = (values: Values): string =>
	count(numberOf(values, "max") ?? 0, "ko");

export const filterMistakes: Mistakes = {
	"filter too long": (values) => `필터는 최대 ${most(values)}자입니다.`,
	"filter too many terms": (values) =>
		`필터 조건은 최대 ${most(values)}개입니다.`,
	"filter unknown key": (values) =>
		`${quoted(values, "key")} 키는 없습니다. 쓸 수 있는 키: ${textOf(values, "known")}.`,
	"filter value missing": (values) => {
		const key = textOf(values, "key");
		return key === "" ? "값이 없습니다." : `“${key}:” 뒤에 값이 없습니다.`;
	},
	"filter not a number": (values) =>
		`${quoted(values, "value")} 값은 숫자가 아닙니다. 예: ${textOf(values, "key") || "lag"}:>1000, ${textOf(values, "key") || "lag"}:unknown.`,
	"filter number too large": (values) =>
		`${quoted(values, "value")} 값은 셀 수 있는 범위보다 큽니다.`,
	"filter no such verdict": (values) =>
		`${quoted(values, "value")} 판정은 없습니다. 쓸 수 있는 판정: ${textOf(values, "known")}.`,
	"filter quote open": () => "따옴표가 닫히지 않았습니다.",
	"filter quote inside": () =>
		"단어 안에 따옴표가 있습니다. 값 전체를 따옴표로 감싸세요.",
	"filter text after quote": () =>
		"닫는 따옴표 뒤에 글자가 이어집니다. 사이를 띄우세요.",
};
