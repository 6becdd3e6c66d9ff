// Why did somebody not come in whom a provider or proxy was to vouch for? In Korean.
import type { WayInFailed } from "#lib/core/people/access.ts";
import { textOf } from "../sentence.ts";
import type { Words } from "../words/words.ts";

export const wayIn: Pick<Words["rareProblems"], WayInFailed> = {
	"provider away": () =>
		"지금 계정 제공자가 응답하지 않습니다. 잠시 후 다시 시도하세요.",
	"provider refused": () =>
		"계정 제공자가 거절했습니다. 이유는 Tidemark 운영자가 로그에서 볼 수 있습니다.",
	"provider turned away": () =>
		"계정 제공자에서 로그인되지 않았습니다. 취소했거나 이 용도로 사용할 수 없는 계정입니다.",
	"provider not believed": () =>
		"계정 제공자의 응답을 신뢰할 수 없어 로그인하지 않았습니다. 무엇이 잘못되었는지 로그에 있습니다.",
	"provider names nobody": (values) =>
		`계정 제공자가 여기서 쓸 수 있는 이름을 주지 않습니다. 값이 없거나 이름에 쓸 수 없는 글자가 있습니다: ${textOf(values, "claim")}. Tidemark 운영자가 access.provider.name 설정에서 다른 항목을 고를 수 있습니다.`,
	"mail not verified": () =>
		"계정 제공자가 메일 주소를 확인하지 않았으므로 여기서는 인정되지 않습니다.",
	"proxy names nobody": () =>
		"앞단 프록시가 알려 준 이름을 여기서 사용할 수 없습니다.",
	"sign-in over": () =>
		"로그인이 너무 오래 걸렸거나, 이미 사용했거나, 다른 브라우저에서 시작했습니다. 다시 시작하세요.",
	"no provider": () => "설정된 계정 제공자가 없습니다.",
	"groups without role": (values) => {
		const groups = textOf(values, "groups");
		return groups === ""
			? "신원은 확인했지만 그룹이 없어 역할이 없습니다. access.groups 설정에서 그룹에 역할을 달라고 Tidemark 운영자에게 요청하세요."
			: `신원은 확인했지만 역할이 있는 그룹이 없습니다. access.groups 설정에서 다음 그룹 중 하나에 역할을 달라고 Tidemark 운영자에게 요청하세요: ${groups}`;
	},
	"name taken": () =>
		"같은 이름을 쓰는 사람이 이미 있습니다. Tidemark 운영자에게 문의하세요.",
};
