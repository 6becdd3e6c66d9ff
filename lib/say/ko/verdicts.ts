// What is each verdict called in Korean?
import type { Verdict } from "#lib/core/verdict.ts";

export const koVerdicts: Readonly<Record<Verdict, string>> = {
	healthy: "정상",
	abandoned: "방치",
	unknown: "알 수 없음",
	slow: "느림",
	stalled: "정체",
	stopped: "중지",
	losing: "유실",
};
