// Which outlets are there? One line each.
import type { OutletKind } from "./outlet.ts";
import { alertmanager } from "./outlets/alertmanager.ts";
import { email } from "./outlets/email.ts";
import { pagerduty } from "./outlets/pagerduty.ts";
import { slack } from "./outlets/slack.ts";
import { webhook } from "./outlets/webhook.ts";

export const outletKinds: readonly OutletKind[] = [
	slack,
	email,
	webhook,
	pagerduty,
	alertmanager,
];
