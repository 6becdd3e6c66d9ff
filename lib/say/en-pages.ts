// What do single pages say in English? Fetched with the first of them.
import { enAccess } from "./en-access.ts";
import { enActivity } from "./en-activity.ts";
import { enAlerts } from "./en-alerts.ts";
import { enBeside } from "./en-beside.ts";
import { enBroker } from "./en-broker.ts";
import { checks } from "./en-checks.ts";
import { enCleanUp } from "./en-clean-up.ts";
import { enEntry } from "./en-entry.ts";
import { enEvidence } from "./en-evidence.ts";
import { filterMistakes } from "./en-filter.ts";
import { subscriptionGone } from "./en-gone.ts";
import { enHistory } from "./en-history.ts";
import { notes } from "./en-notes.ts";
import { enPending } from "./en-pending.ts";
import { peopleFaults } from "./en-people-faults.ts";
import { enRules } from "./en-rules.ts";
import { enSignIn } from "./en-sign-in.ts";
import { enSubscription } from "./en-subscription.ts";
import { tendFaults } from "./en-tend-faults.ts";
import { tries } from "./en-tries.ts";
import { unanswered } from "./en-unanswered.ts";
import { unread } from "./en-unread.ts";
import { wayIn } from "./en-way-in.ts";
import type { PageWords } from "./pages.ts";

export const enPages: PageWords = {
	evidence: enEvidence,
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
	subscription: enSubscription,
	brokerPage: enBroker,
	history: enHistory,
	beside: enBeside,
	pending: enPending,
	cleanUp: enCleanUp,
	activity: enActivity,
	alerts: enAlerts,
	rules: enRules,
	entry: enEntry,
	signIn: enSignIn,
	access: enAccess,
};
