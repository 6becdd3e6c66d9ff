// What may be wrong with servers that belong together, copies and nodes? In Korean.
import type { Words } from "./words.ts";

export const troublesTogether: Pick<
	Words["troubles"],
	| "original away"
	| "copy"
	| "copy cut off"
	| "one node only"
	| "no cluster"
	| "partly unserved"
	| "failing over"
	| "no such set"
	| "watchers silent"
	| "cluster down"
	| "cut apart"
> = {
	"original away": {
		says: "원본을 잃은 복제본이라 응답하지 않음",
		check: "원본과, 둘 사이의 네트워크를 확인하세요.",
	},
	copy: {
		says: "다른 서버의 복제본",
		check: "원본을 설정하세요. 읽는 쪽은 원본에 연결되어 있어 원본만 압니다.",
	},
	"copy cut off": {
		says: "원본에서 아무것도 받지 못하는 복제본",
		check:
			"보이는 값이 오래되었을 수 있습니다. 원본과, 둘 사이의 네트워크를 확인하세요.",
	},
	"one node only": {
		says: "클러스터의 노드 하나라서 그 노드의 것만 읽음",
		check:
			"클러스터의 슬롯을 물어볼 권한을 이 사용자에게 주세요. 그래야 나머지도 찾습니다.",
	},
	"no cluster": {
		says: "호스트를 여럿 적었지만 클러스터에 속하지 않음",
		check: "호스트는 하나만 적고, 다른 서버는 각각 브로커로 설정하세요.",
	},
	"partly unserved": {
		says: "맡은 노드가 없는 부분이 있음",
		check: "그 부분은 아무도 읽을 수 없습니다. 클러스터의 노드들을 확인하세요.",
	},
	"failing over": {
		says: "원본이 있어야 할 곳에 복제본이 있음",
		check:
			"원본이 바뀌는 중일 수 있습니다. 계속되면 어느 쪽이 원본이어야 하는지 확인하세요.",
	},
	"no such set": {
		says: "감시하는 쪽에서 설정한 이름을 모름",
		check: "주소에서 호스트 뒤에 적은 이름을 확인하세요.",
	},
	"watchers silent": {
		says: "감시하는 쪽이 응답하지 않아 마지막으로 알던 곳을 읽음",
		check:
			"주소에 적은 호스트들을 확인하세요. 그동안 원본이 바뀌어도 알 수 없습니다.",
	},
	"cluster down": {
		says: "속한 클러스터가 동작하지 않음",
		check: "클러스터의 다른 노드를 확인하세요.",
	},
	"cut apart": {
		says: "클러스터의 다른 노드와 끊겨 따로 동작함",
		check:
			"네트워크를 고친 뒤 어느 쪽을 믿을지 정하세요. 다른 쪽이 그동안 받은 것은 잃을 수 있습니다.",
	},
};
