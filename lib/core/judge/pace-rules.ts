// Does it fall behind, or catch up?
import { type Case, type Judged, say, seconds } from "./case.ts";
import { growthOf } from "./growth.ts";

export function fallsBehind({ window, before }: Case): Judged | null {
	const growth = growthOf(window, before === "falls behind");
	if (!growth) return null;
	return say("slow", "falls behind", {
		perSecond: Number((growth.messages / (growth.forMs / 1000)).toPrecision(3)),
		forSeconds: seconds(growth.forMs),
	});
}

export function catchesUp({ drained, reading }: Case): Judged | null {
	if (!drained) return null;
	const perSecond = (reading.lag?.n ?? 0) / Math.max(1, drained.seconds);
	return say("healthy", "catches up", {
		perSecond: Number(perSecond.toPrecision(3)),
		...drained,
	});
}
