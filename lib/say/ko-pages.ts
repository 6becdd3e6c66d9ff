// What do single pages say in Korean? Fetched with the first of them.
import { koAccess } from "./ko-access.ts";
import { koActivity } from "./ko-activity.ts";
import { koAlerts } from "./ko-alerts.ts";
import { koBeside } from "./ko-beside.ts";
import { koBroker } from "./ko-broker.ts";
import { checks } from "./ko-checks.ts";
import { koCleanUp } from "./ko-clean-up.ts";
import { koEntry } from "./ko-entry.ts";
import { koEvidence } from "./ko-evidence.ts";
import { filterMistakes } from "./ko-filter.ts";
import { subscriptionGone } from "./ko-gone.ts";
import { koHistory } from "./ko-history.ts";
import { notes } from "./ko-notes.ts";
import { koPending } from "./ko-pending.ts";
import { peopleFaults } from "./ko-people-faults.ts";
import { koRules } from "./ko-rules.ts";
import { koSignIn } from "./ko-sign-in.ts";
import { koSubscription } from "./ko-subscription.ts";
import { tendFaults } from "./ko-tend-faults.ts";
import { tries } from "./ko-tries.ts";
import { unanswered } from "./ko-unanswered.ts";
import { unread } from "./ko-unread.ts";
import { wayIn } from "./ko-way-in.ts";
import type { PageWords } from "./pages.ts";

export const koPages: PageWords = {
	evidence: koEvidence,
	rareProblems: {
		...filterMistakes,
		...tendFaults,
		...peopleFaults,
		...tries,
		...unanswered,
		...wayIn,
		...unread,
		"subscription gone": subscriptionGone,
	},
	checks,
	notes,
	subscription: koSubscription,
	brokerPage: koBroker,
	history: koHistory,
	beside: koBeside,
	pending: koPending,
	cleanUp: koCleanUp,
	activity: koActivity,
	alerts: koAlerts,
	rules: koRules,
	entry: koEntry,
	signIn: koSignIn,
	access: koAccess,
};
