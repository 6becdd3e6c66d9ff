// What is said in English where somebody does not want to hear of something for a while?

import { count } from "../numbers.ts";
import type { MuteWords } from "../words/alerts.ts";
import { plural } from "./codes.ts";

export const enMuting: MuteWords = {
	title: "Mute alerts",
	among: "Among",
	everything: "Everything: no filter stands here.",
	matches: (n) =>
		`${plural(n, "subscription matches", "subscriptions match")} now`,
	counting: "Counting",
	until: "For how long",
	hour: "1\u00a0h",
	untilClock: (moment) => `until ${moment}`,
	untilResolved: "until resolved",
	pick: "pick…",
	picked: "Until when",
	tooFar: "A moment ahead of now, and within 31 days.",
	why: "Why",
	whyNeeded: "A reason is needed: others will ask.",
	means:
		"Nobody is told meanwhile. It is still shown here, and what goes on firing is told once the mute is over.",
	mute: (n) => (n > 1 ? `Mute ${count(n, "en")} filters` : "Mute"),
	cancel: "Cancel",
	hold: "Muted",
	holds: (until) => `until ${until}`,
	holdsUntilResolved: "until resolved",
	by: (who, when) => `${who}, ${when}`,
	end: "End it",
};
