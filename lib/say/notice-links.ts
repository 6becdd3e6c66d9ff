// Where does a notice lead? To the moment it is about, as it was, and to the plan of what could be done.
import type { Alert } from "#lib/core/alert/alert.ts";
import type { NoticeWords } from "./words/notice.ts";

export type NoticeLink = { readonly label: string; readonly url: string };

const minuteMs = 60_000;
const longestMs = 6 * 60 * minuteMs;

/** An address of this console; `url` is where people reach it, below a path or not. */
export const addressAt = (url: string, path: string): string =>
	url.replace(/\/+$/, "") + path;

export function pageOf(
	{ target, sinceMs, firedMs, resolvedMs }: Alert,
	atMs: number,
	url: string,
	words: NoticeWords,
): readonly NoticeLink[] {
	if (target.is === "broker")
		return [
			{
				label: words.seeBroker,
				url: addressAt(
					url,
					`/brokers/${encodeURIComponent(target.broker.toWellFormed())}`,
				),
			},
		];
	if (target.is !== "subscription" || target.id === "") return [];
	const fired = firedMs ?? atMs;
	const from = Math.max(sinceMs, fired - longestMs) - 30 * minuteMs;
	const to = Math.max(fired, resolvedMs ?? fired, from) + 10 * minuteMs;
	const range = new URLSearchParams({
		...{ from: new Date(from).toISOString(), to: new Date(to).toISOString() },
	});
	const path = `/subscriptions/${encodeURIComponent(target.id.toWellFormed())}?${range}`;
	return [{ label: words.see, url: addressAt(url, path) }];
}

export function deedOf(
	{ target, last }: Alert,
	url: string,
	words: NoticeWords,
): readonly NoticeLink[] {
	const { action } = last;
	if (target.is !== "subscription" || target.id === "") return [];
	if (action === null || action === "undo" || action === "evict") return [];
	const path = `/subscriptions/${encodeURIComponent(target.id.toWellFormed())}?do=${action}`;
	return [{ label: words.deeds[action], url: addressAt(url, path) }];
}

export const pagesOf = (
	url: string,
	words: NoticeWords,
): readonly NoticeLink[] => [
	{ label: words.all, url: addressAt(url, "/alerts") },
];
