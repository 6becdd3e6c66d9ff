// What is sent in the tests of outlets? A notice about one group, or as many as somebody wants, with names as nasty as names can be.

import type { Alert } from "#lib/core/alert/alert.ts";
import { alertOf, targetOf } from "#lib/core/alert/for-tests.ts";
import type { Notice } from "#lib/core/alert/notice.ts";
import { exactly } from "#lib/core/amount.ts";
import type { Outlet, OutletParts } from "./outlet.ts";
import { outletKinds } from "./register.ts";
import { allowedBy } from "./requests/allowed.ts";
import { guarded } from "./requests/guarded.ts";

/** 2026-11-22, 06:00:00 UTC. */
export const noon = Date.UTC(2026, 10, 22, 6);

export const stopped = (
	channel = "orders",
	change: Partial<Alert> = {},
): Alert =>
	alertOf(`alert of ${channel}`, {
		...{ rule: "stopped", gravity: "critical", sinceMs: noon - 180_000 },
		...{ target: targetOf(channel), firedMs: noon - 60_000 },
		last: {
			...{ atMs: noon, verdict: "stopped", n: null, action: "reclaim" },
			...{ lag: exactly(18_240), marginSeconds: exactly(2_520) },
			reason: { code: "no members", values: { forSeconds: 180, lag: 18_240 } },
			drainedSeconds: null,
		},
		...change,
	});

export const over = (channel = "orders"): Alert =>
	stopped(channel, { state: "resolved", resolvedMs: noon, end: "calm" });

let sent = 0;
export function noticeOf(
	alerts: readonly Alert[],
	change: Partial<Notice> = {},
): Notice {
	const firing = alerts.filter(({ state }) => state === "firing").length;
	return {
		...{ id: `notice-${++sent}`, wave: "wave-1", outlet: "one" },
		...{ rule: "stopped", gravity: "critical", broker: "eu", atMs: noon },
		text: "Call the payments team.",
		...{ says: firing === 0 ? "over" : "fires", why: "began to fire" },
		...{ total: alerts.length, firing, alerts },
		...change,
	};
}

export const parts: OutletParts = {
	name: "one",
	requests: guarded({
		allowed: allowedBy([{ is: "net", start: "127.0.0.1", bits: 32 }]),
	}),
	...{ url: "https://tidemark.example.org", language: "en" },
};

/** Nothing inside is allowed. */
export const nowhere: OutletParts = {
	...parts,
	requests: guarded({ allowed: allowedBy([]) }),
};

/** As the configuration opens one: from texts. */
export function outletOf(
	called: string,
	written: object,
	change: Partial<OutletParts> = {},
): Outlet {
	const kind = outletKinds.find(({ kind }) => kind === called);
	if (!kind) throw new Error(`no kind ${called}`);
	return kind.open(kind.settings.parse(written), { ...parts, ...change });
}

/** Names that would do something where they are not taken for names. */
export const nasty: readonly string[] = [
	`<script>alert(1)</script>`,
	`"><img src=x onerror=alert(1)>`,
	`'};alert(1);//`,
	`<!channel> <@U123> @here @everyone`,
	`[click](javascript:alert(1))`,
	`https://evil.example.org/?a=1&b=2`,
	`*bold* _it_ ~gone~ \`code\``,
	`line\r\nBcc: everybody@example.org\r\n\r\nbody`,
	`\u202egnp.exe\u2066\u200b`,
	`{{title}} \${jndi:ldap://x} %s %n`,
	`\u0000\u001b[31mred`,
	`\ud800 half`,
	`__proto__`,
	`"\\",,{}[]`,
	`=?utf-8?q?=0d=0aBcc:x?=`,
	"x".repeat(5_000),
];
