// What is said in Korean where somebody does not want to hear of something for a while?
import { count } from "../numbers.ts";
import type { MuteWords } from "../words/alerts.ts";

export const koMuting: MuteWords = {
	title: "알림 음소거",
	among: "대상",
	everything: "필터가 없어 전부를 음소거합니다.",
	matches: (n) => `지금 구독 ${count(n, "ko")}개 해당`,
	counting: "세는 중",
	until: "기간",
	hour: "1시간",
	untilClock: (moment) => `${moment}까지`,
	untilResolved: "해소될 때까지",
	pick: "직접 선택…",
	picked: "언제까지",
	tooFar: "지금 이후, 31일 이내의 시각이어야 합니다.",
	why: "사유",
	whyNeeded: "다른 사람이 물을 때를 위해 사유가 필요합니다.",
	means:
		"그동안 아무에게도 알리지 않습니다. 여기에는 계속 보이고, 음소거가 끝난 뒤에도 울리고 있으면 그때 알립니다.",
	mute: (n) => (n > 1 ? `필터 ${count(n, "ko")}개 음소거` : "음소거"),
	cancel: "취소",
	hold: "음소거 중",
	holds: (until) => `${until}까지`,
	holdsUntilResolved: "해소될 때까지",
	by: (who, when) => `${who}, ${when}`,
	end: "해제",
};
