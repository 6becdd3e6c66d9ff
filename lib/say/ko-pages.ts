// What do single pages say in Korean? Fetched with the first of them.
import { koBeside } from "./ko-beside.ts";
import { koBroker } from "./ko-broker.ts";
import { koHistory } from "./ko-history.ts";
import { notes } from "./ko-notes.ts";
import { koPending } from "./ko-pending.ts";
import { koSubscription } from "./ko-subscription.ts";
import type { PageWords } from "./pages.ts";

export const koPages: PageWords = {
	notes,
	subscription: koSubscription,
	brokerPage: koBroker,
	history: koHistory,
	beside: koBeside,
	pending: koPending,
	entry: {
		title: "들어가기",
		entering: "보드를 여는 중…",
		refused: "입장 링크가 필요합니다",
		how: "콘솔이 실행 중인 컴퓨터에서 아래 명령을 실행하면 링크가 나옵니다. 짧은 시간 안에 한 번만 쓸 수 있습니다.",
		command: "tidemark link",
		again: "다시 시도",
		firstTitle: "첫 브로커 연결하기",
		firstLead:
			"연결하면 모든 백로그가 한 화면에 나타나며, 메시지를 가장 먼저 잃을 것이 맨 위에 옵니다.",
		firstStep: "원하는 이름으로 주소를 tidemark.yaml 파일에 적습니다.",
		secretStep: `비밀번호는 파일에 적지 않습니다. \${NAME} 자리에 적은 이름의 환경 변수로 전달합니다.`,
		restartStep: "그런 다음 다시 시작합니다.",
		finds: "찾는 것",
		copy: "복사",
		copied: "복사함",
		readsOnly:
			"Tidemark는 읽기만 합니다. 브로커에서 아무것도 바꾸지 않고 메시지 내용도 보관하지 않습니다.",
	},
};
