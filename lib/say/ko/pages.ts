// What do single pages say in Korean? Fetched with the first of them.

import type { PageWords } from "../pages.ts";
import { koAccess } from "./access.ts";
import { koActivity } from "./activity.ts";
import { koAlerts } from "./alerts.ts";
import { koBeside } from "./beside.ts";
import { koBroker } from "./broker.ts";
import { checks } from "./checks.ts";
import { koCleanUp } from "./clean-up.ts";
import { koEntry } from "./entry.ts";
import { koEvidence } from "./evidence.ts";
import { filterMistakes } from "./filter.ts";
import { subscriptionGone } from "./gone.ts";
import { koHistory } from "./history.ts";
import { notes } from "./notes.ts";
import { koPending } from "./pending.ts";
import { peopleFaults } from "./people-faults.ts";
import { koRules } from "./rules.ts";
import { koSignIn } from "./sign-in.ts";
import { koSubscription } from "./subscription.ts";
import { tendFaults } from "./tend-faults.ts";
import { tries } from "./tries.ts";
import { unanswered } from "./unanswered.ts";
import { unread } from "./unread.ts";
import { wayIn } from "./way-in.ts";

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
