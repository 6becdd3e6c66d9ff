// How is a notice told to Alertmanager? Every alert of it by itself, which its own rules put together again; what is not said again is over for it.
import { z } from "zod";
import type { Alert, AlertTarget } from "#lib/core/alert/alert.ts";
import type { Notice } from "#lib/core/alert/notice.ts";
import { addressAt } from "#lib/say/notice-links.ts";
import { itemOf, noticeWords, targetName } from "#lib/say/notice-text.ts";
import { answerOf, secretsOf } from "../answers.ts";
import type { OutletKind, OutletParts } from "../outlet.ts";
import { webAddress } from "../setting.ts";

const urlSay =
	"write where Alertmanager answers, such as http://alertmanager.example.org:9093";
const keepAliveMs = 60_000;
/** It holds for as long as a few of our words may get lost. */
const heldMs = 5 * keepAliveMs;

const settings = z.strictObject({ url: webAddress(urlSay) });

export const alertmanager: OutletKind<z.infer<typeof settings>> = {
	kind: "alertmanager",
	settings,
	open({ url: address }, parts) {
		const secrets = secretsOf(address.url);
		const url = address.url;
		url.pathname = `${url.pathname.replace(/\/+$/, "")}/api/v2/alerts`;
		return {
			...{ address: address.shown, keepAliveMs },
			async send(notice, deadlineMs) {
				const nowMs = Date.now();
				const alerts = notice.alerts.map((alert) =>
					posted(alert, notice, nowMs, parts),
				);
				const out = await parts.requests.send({
					...{ url, method: "POST", deadlineMs },
					headers: { "content-type": "application/json" },
					body: JSON.stringify(alerts),
				});
				return answerOf(out, url.host, secrets);
			},
		};
	},
};

/** An alert is told from others by its labels alone, so they are the same for as long as it lives and when it comes again. */
function posted(
	alert: Alert,
	notice: Notice,
	nowMs: number,
	parts: OutletParts,
) {
	const isTest = notice.says === "test";
	const { lines, links } = itemOf(alert, notice, parts);
	const startsMs = alert.firedMs ?? alert.sinceMs;
	const isOver = alert.state === "resolved";
	const endsMs = isOver
		? Math.max(alert.resolvedMs ?? nowMs, startsMs + 1)
		: Math.max(nowMs, startsMs) + (isTest ? keepAliveMs : heldMs);
	return {
		labels: {
			alertname: isTest ? `Test ${alert.rule}` : alert.rule,
			...{ severity: alert.gravity, source: "tidemark" },
			...labelsOf(alert.target),
		},
		annotations: {
			summary: targetName(alert.target, noticeWords[parts.language]),
			description: lines.join(" "),
			...(notice.text === "" ? {} : { runbook: notice.text }),
		},
		startsAt: new Date(startsMs).toISOString(),
		endsAt: new Date(endsMs).toISOString(),
		generatorURL: links[0]?.url ?? addressAt(parts.url, "/alerts"),
	};
}

function labelsOf(target: AlertTarget): Readonly<Record<string, string>> {
	switch (target.is) {
		case "subscription": {
			const { broker, kind, channel, group } = target;
			return { broker, kind, channel, ...(group === null ? {} : { group }) };
		}
		case "broker":
			return { broker: target.broker };
		case "outlet":
			return { outlet: target.outlet };
		case "store":
			return { store: "disk" };
	}
}
