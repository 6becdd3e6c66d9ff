// How is a notice told to PagerDuty? As events, version 2: a wave is one incident, which its end resolves.
import { z } from "zod";
import type { Notice } from "#lib/core/alert/notice.ts";
import type { RuleGravity } from "#lib/core/alert/rule.ts";
import { addressAt, type NoticeLink } from "#lib/say/notice-links.ts";
import { plainText } from "#lib/say/notice-plain.ts";
import { type NoticeText, noticeText } from "#lib/say/notice-text.ts";
import { answerOf, secretsOf } from "../answers.ts";
import type { OutletKind, OutletParts } from "../outlet.ts";
import { secret, WebAddress, webAddress } from "../setting.ts";

const keySay = `write the integration key of a service, Events API v2, 32 letters and digits, best as \${NAME}`;
const urlSay =
	"write where events are posted to, such as https://events.eu.pagerduty.com/v2/enqueue";
const usualUrl = new URL("https://events.pagerduty.com/v2/enqueue");

const settings = z.strictObject({
	key: secret(keySay, 16),
	url: webAddress(urlSay).optional(),
});

const severities: Readonly<Record<RuleGravity, string>> = {
	...{ critical: "critical", warning: "warning", note: "info" },
};

export const pagerduty: OutletKind<z.infer<typeof settings>> = {
	kind: "pagerduty",
	settings,
	open({ key, url: address = new WebAddress(usualUrl) }, parts) {
		const secrets = [key.reveal(), ...secretsOf(address.url)];
		const post = async (event: object, deadlineMs: number) => {
			const whole = { routing_key: key.reveal(), ...event };
			const out = await parts.requests.send({
				...{ url: address.url, method: "POST", deadlineMs },
				headers: { "content-type": "application/json" },
				body: JSON.stringify(whole),
			});
			return answerOf(out, address.url.host, secrets);
		};
		return {
			address: address.shown,
			keepAliveMs: null,
			async send(notice, deadlineMs) {
				const untilMs = performance.now() + deadlineMs;
				const answer = await post(eventOf(notice, parts), deadlineMs);
				if (notice.says !== "test" || !answer.isTaken) return answer;
				// What was only tried wakes nobody for longer than that.
				const leftMs = Math.max(1, untilMs - performance.now());
				return post(resolving(notice), leftMs);
			},
		};
	},
};

const resolving = ({ wave }: Notice) => ({
	...{ event_action: "resolve", dedup_key: wave },
});

function eventOf(notice: Notice, parts: OutletParts): object {
	if (notice.says === "over") return resolving(notice);
	const told = noticeText(notice, parts);
	const isTest = notice.says === "test";
	const target = notice.alerts[0]?.target;
	return {
		...{ event_action: "trigger", dedup_key: notice.wave, client: "Tidemark" },
		client_url: addressAt(parts.url, "/alerts"),
		links: linksOf(told),
		payload: {
			summary: told.title.slice(0, 1_024),
			source: notice.broker ?? "tidemark",
			severity: isTest ? "info" : severities[notice.gravity],
			timestamp: new Date(notice.atMs).toISOString(),
			class: notice.rule,
			...(notice.total === 1 && target?.is === "subscription"
				? { component: target.channel, group: target.group ?? "" }
				: {}),
			custom_details: {
				text: plainText(told),
				...{ notice: notice.id, total: notice.total, firing: notice.firing },
			},
		},
	};
}

const linksOf = (told: NoticeText) =>
	[...told.items.flatMap((item): readonly NoticeLink[] => item.links)]
		.slice(0, 10)
		.map(({ label, url }) => ({ href: url, text: label }));
