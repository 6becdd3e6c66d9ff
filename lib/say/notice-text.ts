// How does a notice read? What, since when, how bad, why, what comes next and where to look: the same for every outlet, and for whoever is shown one before.
import type { Alert, AlertTarget } from "#lib/core/alert/alert.ts";
import type { Notice } from "#lib/core/alert/notice.ts";
import { enNotice } from "./en/notice.ts";
import { koNotice } from "./ko/notice.ts";
import type { Language } from "./language.ts";
import { brief } from "./name.ts";
import { deedOf, type NoticeLink, pageOf, pagesOf } from "./notice-links.ts";
import { reasonSentence } from "./sentence.ts";
import { duration, wholly } from "./times.ts";
import type { NoticeWords } from "./words/notice.ts";
import { shownZone } from "./zone.ts";

export type NoticeItem = {
	readonly name: string;
	/** A sentence each. */
	readonly lines: readonly string[];
	readonly links: readonly NoticeLink[];
};

export type NoticeText = {
	readonly title: string;
	/** What is so of all of them. */
	readonly lines: readonly string[];
	/** The gravest first, some of them. */
	readonly items: readonly NoticeItem[];
	/** How many there are beside these; null for none. */
	readonly more: string | null;
	readonly links: readonly NoticeLink[];
};

export type NoticeFor = {
	/** Where this console is reached. */
	readonly url: string;
	readonly language: Language;
	readonly zone?: string | undefined;
};

export const noticeWords: Readonly<Record<Language, NoticeWords>> = {
	...{ en: enNotice, ko: koNotice },
};

/** As many as somebody reads in the night. */
const itemsShown = 10;
const nameMax = 80;
const textMax = 1_000;

export function noticeText(notice: Notice, to: NoticeFor): NoticeText {
	const words = noticeWords[to.language];
	const items = notice.alerts
		.slice(0, itemsShown)
		.map((alert) => itemOf(alert, notice, to));
	const rest = notice.total - items.length;
	const isOver = notice.says === "over";
	return {
		title: titleOf(notice, words),
		lines: [
			...(notice.says === "test" ? [words.test] : []),
			...(isOver ? [] : [words.gravity(notice.gravity)]),
			...(isOver || notice.text.trim() === ""
				? []
				: [brief(notice.text.trim().replaceAll(/\s+/g, " "), textMax)]),
		],
		items,
		more: rest > 0 ? words.more(rest) : null,
		links: pagesOf(to.url, words),
	};
}

function titleOf(notice: Notice, words: NoticeWords): string {
	const rule = words.usual.get(notice.rule) ?? brief(notice.rule, nameMax);
	return words.title(notice.says, rule, whatOf(notice, words));
}

function whatOf(notice: Notice, words: NoticeWords): string {
	const [first] = notice.alerts;
	if (first && notice.total === 1) return targetName(first.target, words);
	const n = notice.says === "over" ? notice.total : notice.firing;
	return first?.target.is === "subscription"
		? words.several(
				...([n, notice.total] as const),
				notice.broker === null ? null : brief(notice.broker, nameMax),
			)
		: words.severalAlerts(n, notice.total);
}

export function targetName(target: AlertTarget, words: NoticeWords): string {
	switch (target.is) {
		case "subscription":
			return words.subscription(
				brief(target.channel, nameMax),
				target.group === null ? null : brief(target.group, nameMax),
				brief(target.broker, nameMax),
			);
		case "broker":
			return brief(target.broker, nameMax);
		case "outlet":
			return words.outlet(brief(target.outlet, nameMax));
		case "store":
			return words.store;
	}
}

export function itemOf(
	alert: Alert,
	notice: Pick<Notice, "atMs">,
	to: NoticeFor,
): NoticeItem {
	const words = noticeWords[to.language];
	const name = targetName(alert.target, words);
	return {
		name,
		lines:
			alert.state === "resolved" ? ends(alert, to) : fires(alert, notice, to),
		links: [
			...pageOf(alert, notice.atMs, to.url, words),
			...(alert.state === "resolved" ? [] : deedOf(alert, to.url, words)),
		],
	};
}

const momentOf = (ms: number, { language, zone }: NoticeFor): string =>
	wholly(ms, language, zone ?? shownZone());

function ends({ resolvedMs, sinceMs, end }: Alert, to: NoticeFor): string[] {
	const words = noticeWords[to.language];
	const overMs = resolvedMs ?? sinceMs;
	const lasted = duration((overMs - sinceMs) / 1_000, to.language);
	return [words.over(end, momentOf(overMs, to), lasted)];
}

function fires(
	alert: Alert,
	{ atMs }: Pick<Notice, "atMs">,
	to: NoticeFor,
): string[] {
	const words = noticeWords[to.language];
	const { last, sinceMs } = alert;
	const lasted = duration((atMs - sinceMs) / 1_000, to.language);
	// What the reason says already is not said again.
	const isSaid = last.reason?.code === "loses soon";
	return [
		evidenceOf(alert, words),
		words.since(momentOf(sinceMs, to), lasted),
		...(last.lag === null ? [] : [words.lag(last.lag)]),
		...(last.marginSeconds !== null && !isSaid
			? [words.loses(last.marginSeconds.n)]
			: []),
		...(last.drainedSeconds !== null && last.drainedSeconds > 0
			? [words.drained(last.drainedSeconds)]
			: []),
	];
}

function evidenceOf({ target, last }: Alert, words: NoticeWords): string {
	if (target.is !== "subscription") return words.evidence[target.is];
	if (last.reason === null) return words.gone;
	const sentence = reasonSentence(words, last.reason);
	return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
