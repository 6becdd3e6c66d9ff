// Why did an errand, a page or a way in come to nothing? In Korean: said by single pages only.
import type { Words } from "./words.ts";

export const unanswered: Pick<
	Words["rareProblems"],
	| "not a demo"
	| "entry key not valid"
	| "nothing remembered"
	| "broker unknown"
	| "errand gone"
	| "look failed"
	| "look late"
> = {
	"not a demo": () => "데모가 아니므로 키가 필요합니다.",
	"entry key not valid": () => "이미 사용했거나 만료된 키입니다.",
	"nothing remembered": () =>
		"이 구독의 이력이 없습니다. 본 적이 없거나 보관 기간이 지나 지워졌습니다.",
	"broker unknown": () =>
		"이 이름으로 설정된 브로커가 없습니다. 이름이 바뀌었을 수 있습니다.",
	"errand gone": () => "요청 기록이 지워졌습니다. 다시 요청하십시오.",
	"look failed": () =>
		"내부 문제로 조회하지 못했습니다. 서버 로그에 내용이 있습니다.",
	"look late": () =>
		"아직 응답이 없습니다. 수집기가 바쁘거나 실행 중이 아닐 수 있습니다.",
};
