// What do the entry page and the first run say in Korean?
import { count } from "../numbers.ts";
import type { EntryWords } from "../words/entry.ts";

export const koEntry: EntryWords = {
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
	copied: "복사됨",
	readsOnly:
		"Tidemark는 읽기만 합니다. 브로커에서 아무것도 바꾸지 않고 메시지 내용도 보관하지 않습니다.",
	address: "브로커 주소",
	test: "연결 확인",
	testAgain: "다시 확인",
	asking: (address) => `확인하는 중: ${address}`,
	lookingHere: "이 컴퓨터의 기본 포트를 살펴보는 중…",
	nothingHere: (places) =>
		`이 컴퓨터의 기본 포트에서 응답이 없습니다: ${places.join(", ")}`,
	hereAnswers: (label, address) => `이 컴퓨터에서 응답함, ${label}: ${address}`,
	take: "이 주소 확인",
	lookAgain: "다시 찾기",
	answers: (name) => `응답함: ${name}`,
	found: (n, complete) =>
		`구독 ${count(n, "ko")}개${complete ? "" : " 이상"} 발견`,
	ofKind: (n, channel) => `${channel} ${count(n, "ko")}개`,
	foundNone: "아직 읽는 쪽이 없습니다. 처음 읽기 시작하면 행이 나타납니다.",
	wantsSignIn: "브로커가 있으며 로그인을 요구합니다",
	signInLater:
		"이 페이지에서는 로그인하지 않습니다. 아래 줄의 비밀번호 자리에는 변수 이름이 있고, Tidemark가 시작할 때 그 값으로 로그인합니다.",
	failed: (address, says) => `${address}: ${says}.`,
	whatToTry: "확인할 것:",
	details: "내용 복사",
	name: "보드에 표시할 이름",
	byHand: "확인 없이 tidemark.yaml 작성하기",
	demo: "사용할 브로커가 없으면 데모를 실행해 보세요. 작은 브로커가 함께 시작됩니다.",
	demoCommand: "npm run demo",
};
