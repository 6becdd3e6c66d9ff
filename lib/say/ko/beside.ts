// What is said in Korean beside the charts of one subscription?
import { count } from "../numbers.ts";
import type { BesideWords } from "../words/beside.ts";

export const koBeside: BesideWords = {
	fired: (rule) => `알림 “${rule}”`,
	forecast: "전망",
	passes: (n, duration) => `이 속도면 약 ${duration} 뒤 밀린 수 ${n} 초과.`,
	drained: (duration) => `이 속도면 약 ${duration} 뒤 밀린 것 없음.`,
	steady: "이 속도면 밀린 수가 지금과 비슷하게 유지됩니다.",
	nothing: "밀린 것이 없습니다.",
	notKnown: "현재의 밀린 수와 속도가 없어 전망할 수 없습니다.",
	safe: (duration) => `브로커가 읽지 않은 메시지를 지우기까지 ${duration}.`,
	happened: "여기서 있었던 일",
	calm: "이 기간에 판정이 바뀌지 않았습니다.",
	lasted: (verdict, duration) => `${verdict}, ${duration} 동안`,
	stands: (verdict) => `${verdict}, 그 뒤로 계속`,
	earlier: (n) => `그 전에 ${count(n, "ko")}건 더`,
	otherGroups: "이 채널의 다른 그룹",
	otherChannels: "이 그룹의 다른 채널",
	none: "없습니다.",
	more: (n) => `보드에서 ${count(n, "ko")}개 더 보기`,
};
