// How is a notice put into somebody's own words? Names in double braces are replaced, and nothing else is understood.
import type { Notice } from "#lib/core/alert/notice.ts";
import { nearest } from "#lib/core/nearest.ts";
import { addressAt } from "#lib/say/notice-links.ts";
import { plainText } from "#lib/say/notice-plain.ts";
import type { NoticeText } from "#lib/say/notice-text.ts";

export type Template = {
	/** What the filled one is sent as. */
	readonly type: string;
	fill(notice: Notice, told: NoticeText, url: string): string;
};

type Filling = (
	notice: Notice,
	told: NoticeText,
	url: string,
) => string | number;

const fillings: Readonly<Record<string, Filling>> = {
	title: (_, { title }) => title,
	text: (_, told) => plainText(told),
	id: ({ id }) => id,
	wave: ({ wave }) => wave,
	rule: ({ rule }) => rule,
	gravity: ({ gravity }) => gravity,
	says: ({ says }) => says,
	broker: ({ broker }) => broker ?? "",
	do: ({ text }) => text,
	at: ({ atMs }) => new Date(atMs).toISOString(),
	total: ({ total }) => total,
	firing: ({ firing }) => firing,
	link: (_, { items, links }, url) =>
		items[0]?.links[0]?.url ?? links[0]?.url ?? addressAt(url, "/alerts"),
};
const known: ReadonlyMap<string, Filling> = new Map(Object.entries(fillings));
const names = [...known.keys()];
/** Numbers may stand outside of quotes. */
const numbers = ["total", "firing"];

const place = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The template, or what to write instead. */
export function parseTemplate(given: string): Template | string {
	for (const [, name = ""] of given.matchAll(place))
		if (!known.has(name)) return unknown(name);
	const rest = given.replaceAll(place, "");
	if (/\{\{/.test(rest) && !isJson(given))
		return "{{ is not closed; write {{title}}, with }} behind the name";
	const looksLikeJson = /^\s*(?:\[|\{(?!\{))/.test(given);
	if (looksLikeJson && !isJson(given))
		return 'begins like JSON and is none once it is filled in; put places in quotes, as in {"text": "{{title}}"}';
	const escaped = looksLikeJson ? inJson : inText;
	return {
		type: looksLikeJson ? "application/json" : "text/plain; charset=utf-8",
		fill: (notice, told, url) =>
			given.replaceAll(place, (_, name: string) =>
				escaped(known.get(name)?.(notice, told, url) ?? ""),
			),
	};
}

function unknown(name: string): string {
	const meant = nearest(name, names);
	const all = names.map((one) => `{{${one}}}`).join(", ");
	return meant === null
		? `has a place of no known name; known are ${all}`
		: `has a place of no known name; did you mean {{${meant}}}? known are ${all}`;
}

/** Filled with the plainest there is: whatever comes later is escaped and changes nothing about it. */
function isJson(given: string): boolean {
	try {
		JSON.parse(
			given.replaceAll(place, (_, name: string) =>
				numbers.includes(name) ? "1" : "x",
			),
		);
		return true;
	} catch {
		return false;
	}
}

const inJson = (value: string | number): string =>
	typeof value === "number"
		? String(value)
		: JSON.stringify(value).slice(1, -1);

/** Lines stay lines; whatever else has no shape is left out. */
const inText = (value: string | number): string =>
	String(value).replaceAll(/(?!\n)\p{Cc}/gu, "");
