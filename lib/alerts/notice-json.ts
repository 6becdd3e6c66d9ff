// What is a program told? All that a notice holds, with times that any of them reads and the sentences people get.
import type { Alert } from "#lib/core/alert/alert.ts";
import type { Notice } from "#lib/core/alert/notice.ts";
import { plainText } from "#lib/say/notice-plain.ts";
import {
	itemOf,
	type NoticeFor,
	type NoticeText,
} from "#lib/say/notice-text.ts";

const timeOf = (ms: number | null): string | null =>
	ms === null ? null : new Date(ms).toISOString();

export function noticeJson(notice: Notice, told: NoticeText, to: NoticeFor) {
	const { id, wave, outlet, rule, gravity, broker, says, why } = notice;
	return {
		version: 1,
		...{ id, wave, outlet, rule, gravity, broker, says, why },
		at: timeOf(notice.atMs),
		...{ total: notice.total, firing: notice.firing },
		title: told.title,
		text: plainText(told),
		do: notice.text,
		alerts: notice.alerts.map((alert) => alertJson(alert, notice, to)),
	};
}

function alertJson(alert: Alert, notice: Notice, to: NoticeFor) {
	const { id, state, gravity, target, last, end, acknowledged } = alert;
	const { lines, links } = itemOf(alert, notice, to);
	return {
		...{ id, state, gravity, target, end },
		since: timeOf(alert.sinceMs),
		fired: timeOf(alert.firedMs),
		resolved: timeOf(alert.resolvedMs),
		...{ verdict: last.verdict, reason: last.reason, lag: last.lag },
		...{ n: last.n, marginSeconds: last.marginSeconds },
		drainedSeconds: last.drainedSeconds,
		acknowledged: acknowledged?.by ?? null,
		text: lines.join(" "),
		links: links.map(({ label, url }) => ({ label, url })),
	};
}
