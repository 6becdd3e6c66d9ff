// Why did an errand, a page or a way in come to nothing? In Korean: said by single pages only.

import { checkSentence, textOf, troubleSentence } from "../sentence.ts";
import type { Words } from "../words/words.ts";
import { checks } from "./checks.ts";
import { troubles } from "./troubles.ts";

export const unanswered: Pick<
	Words["rareProblems"],
	| "broker trouble"
	| "not a demo"
	| "entry key not valid"
	| "nothing remembered"
	| "broker unknown"
	| "errand gone"
	| "look failed"
	| "look late"
	| "store full"
	| "store busy"
	| "store damaged"
	| "name leads elsewhere"
> = {
	"broker trouble": (values) => {
		const detail = textOf(values, "detail");
		const part = textOf(values, "part") || "브로커";
		const said = detail === "" ? "" : ` “${detail}”`;
		return `${part}: ${troubleSentence({ troubles, numbers: { notKnown: "응답 없음" } }, values.code)}.${said} ${checkSentence({ checks }, values.code)}`.trimEnd();
	},
	"not a demo": () => "데모가 아니므로 키가 필요합니다.",
	"entry key not valid": () => "이미 사용했거나 만료된 키입니다.",
	"nothing remembered": () =>
		"이 구독의 이력이 없습니다. 본 적이 없거나 보관 기간이 지나 지워졌습니다.",
	"broker unknown": () =>
		"이 이름으로 설정된 브로커가 없습니다. 이름이 바뀌었을 수 있습니다.",
	"errand gone": () => "요청 기록이 지워졌습니다. 다시 요청하세요.",
	"look failed": () =>
		"내부 문제로 조회하지 못했습니다. 서버 로그에 내용이 있습니다.",
	"look late": () =>
		"아직 응답이 없습니다. 수집기가 바쁘거나 실행 중이 아닐 수 있습니다.",
	"store full": () =>
		"콘솔의 디스크가 가득 찼습니다. 기록할 수 없는 작업은 하지 않습니다.",
	"store busy": () =>
		"콘솔의 저장소를 오래 사용할 수 없어 아무것도 하지 않았습니다. 다시 시도하세요.",
	"store damaged": () =>
		"콘솔의 저장소가 손상되어 읽거나 쓸 수 없습니다. 서버에서 `tidemark restore` 명령으로 백업을 복원하세요.",
	"name leads elsewhere": () =>
		"브로커에 이 이름으로 물을 수 없습니다. 경로에서 다른 뜻이 됩니다.",
};
