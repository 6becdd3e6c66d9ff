// What is said in Korean of rows that are folded into one line?
import { count } from "../numbers.ts";
import type { FoldWords } from "../words/words.ts";

export const koFold: FoldWords = {
	switch: "묶어 보기",
	switchTitle: "이름이 숫자만 다르고 그룹이 같은 구독을 한 줄로 묶어서 보기",
	rows: (rows, of) =>
		rows === of
			? `구독 ${count(rows, "ko")}개`
			: `구독 ${count(of, "ko")}개 중 ${count(rows, "ko")}개`,
	rowsBriefly: (rows, of) =>
		rows === of
			? count(rows, "ko")
			: `${count(rows, "ko")} / ${count(of, "ko")}`,
	counted: (n, verdict) => `${verdict} ${count(n, "ko")}개`,
	gravest: (n, rows, sentence) =>
		n === 1
			? `${count(rows, "ko")}개 중 1개: ${sentence}`
			: `${count(rows, "ko")}개 중 ${count(n, "ko")}개, 가장 심각: ${sentence}`,
	added: "합계: 한 프로그램이 여러 개를 읽을 수 있음",
	coming: "여는 중 …",
	more: (n) => `${count(n, "ko")}개 더 보기`,
	tooMany: (n) => `${count(n, "ko")}개 더 있음; 필터로 볼 수 있음`,
};
