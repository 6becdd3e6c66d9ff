// Why was a request not even read? In Korean: said to strange pages and programs, and hardly ever to the board.
import type { Words } from "../words/words.ts";

export const unread: Pick<
	Words["rareProblems"],
	| "bad query"
	| "bad body"
	| "body too large"
	| "foreign host"
	| "no origin"
	| "foreign origin"
	| "no own header"
	| "not json"
> = {
	"bad query": () => "주소에 서버가 모르는 내용이 있습니다.",
	"bad body": () => "보낸 내용을 서버가 읽지 못했습니다.",
	"body too large": () => "보낸 내용이 너무 큽니다.",
	"foreign host": () => "서버가 쓰는 주소가 아닙니다.",
	"no origin": () => "브라우저가 요청한 페이지를 알리지 않았습니다.",
	"foreign origin": () => "다른 사이트가 대신 요청하려 했습니다.",
	"no own header": () => "다른 프로그램이 대신 요청하려 했습니다.",
	"not json": () => "보낸 내용을 서버가 읽지 못했습니다.",
};
