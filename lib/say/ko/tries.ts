// Why was an address not tried? In Korean.
import { textOf } from "../sentence.ts";
import type { Words } from "../words/words.ts";

export const tries: Pick<
	Words["rareProblems"],
	| "no address"
	| "password shown"
	| "no such scheme"
	| "address not tried"
	| "address mistaken"
	| "tries closed"
	| "tries too many"
> = {
	"no address": () =>
		"브로커 주소가 아닙니다. 아래 예시처럼 시스템 이름으로 시작해야 하며 공백이 없어야 합니다.",
	"password shown": () =>
		`비밀번호는 적지 마세요. 그 자리에 \${NAME} 형태로 변수 이름을 적고, Tidemark를 시작할 때 그 변수에 값을 넣으세요. 아무것도 보내지 않았습니다.`,
	"no such scheme": () =>
		"이렇게 시작하는 주소는 읽을 수 없습니다. 아래 예시와 비교해 보세요.",
	"address not tried": () =>
		"이런 호스트에는 연결해 보지 않습니다. 호스트 이름이나 네 숫자로 된 주소를 적으세요.",
	"address mistaken": (values) =>
		`이 주소는 이해할 수 없습니다: ${textOf(values, "mistake")}.`,
	"tries closed": () =>
		"브로커가 설정되어 있어 주소 확인을 더 이상 하지 않습니다. tidemark.yaml에 적고 다시 시작하세요.",
	"tries too many": () =>
		"한꺼번에 너무 많은 주소를 확인했습니다. 1분 뒤에 다시 확인하세요.",
};
