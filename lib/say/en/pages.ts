// What do single pages say in English? Fetched with the first of them.

import type { PageWords } from "../pages.ts";
import { enAccess } from "./access.ts";
import { enActivity } from "./activity.ts";
import { enAlerts } from "./alerts.ts";
import { enBeside } from "./beside.ts";
import { enBroker } from "./broker.ts";
import { checks } from "./checks.ts";
import { enCleanUp } from "./clean-up.ts";
import { enEntry } from "./entry.ts";
import { enEvidence } from "./evidence.ts";
import { filterMistakes } from "./filter.ts";
import { subscriptionGone } from "./gone.ts";
import { enHistory } from "./history.ts";
import { notes } from "./notes.ts";
import { enPending } from "./pending.ts";
import { peopleFaults } from "./people-faults.ts";
import { enRules } from "./rules.ts";
import { enSignIn } from "./sign-in.ts";
import { enSubscription } from "./subscription.ts";
import { tendFaults } from "./tend-faults.ts";
import { tries } from "./tries.ts";
import { unanswered } from "./unanswered.ts";
import { unread } from "./unread.ts";
import { wayIn } from "./way-in.ts";

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
