// How does a notice read as a mail? As lines, and as a page in which names are only text.
import type { Notice } from "#lib/core/alert/notice.ts";
import type { NoticeLink } from "#lib/say/notice-links.ts";
import { plainText } from "#lib/say/notice-plain.ts";
import { type NoticeText, noticeWords } from "#lib/say/notice-text.ts";
import type { OutletParts } from "../outlet.ts";

export function mailOf(
	notice: Notice,
	told: NoticeText,
	{ from, to }: { readonly from: string; readonly to: readonly string[] },
	{ name, language }: OutletParts,
) {
	const domain = from.slice(from.lastIndexOf("@") + 1);
	const thread = `<${named(notice.wave)}@${domain}>`;
	const foot = noticeWords[language].sentBy(name);
	return {
		domain,
		message: {
			from: { name: "Tidemark", address: from },
			to: to.map((address) => ({ name: "", address })),
			subject: oneLine(told.title),
			messageId: `<${named(notice.id)}@${domain}>`,
			...{ inReplyTo: thread, references: [thread] },
			date: new Date(notice.atMs),
			text: `${told.title}\n\n${plainText(told)}\n\n-- \n${foot}\n`,
			html: pageOf(told, foot, language),
			// So that no answering machine writes back.
			headers: { "Auto-Submitted": "auto-generated" },
			...(notice.gravity === "critical" && notice.says !== "over"
				? { priority: "high" as const }
				: {}),
		},
	};
}

/** In an id only what every program lets pass. */
const named = (id: string): string => id.replaceAll(/[^A-Za-z0-9._-]/g, "_");

const oneLine = (text: string): string =>
	text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");

function pageOf(told: NoticeText, foot: string, language: string): string {
	const { title, lines, items, more, links } = told;
	const isOne = items.length === 1 && more === null;
	const told1 = items.map((item) =>
		[
			...(isOne ? [] : [`<h2>${inPage(item.name)}</h2>`]),
			...item.lines.map(paragraph),
			linksOf(item.links),
		].join(""),
	);
	const head = `<meta charset="utf-8"><title>${inPage(title)}</title>`;
	const body = [
		`<h1>${inPage(title)}</h1>`,
		...lines.map(paragraph),
		...told1,
		...(more === null ? [] : [paragraph(more)]),
		linksOf(links),
		`<hr><p><small>${inPage(foot)}</small></p>`,
	].join("\n");
	return `<!doctype html><html lang="${language}"><head>${head}</head><body>${body}</body></html>`;
}

const paragraph = (text: string): string => `<p>${inPage(text)}</p>`;

const linksOf = (links: readonly NoticeLink[]): string =>
	links.length === 0 ? "" : `<p>${links.map(linkIn).join(" · ")}</p>`;

const linkIn = ({ label, url }: NoticeLink): string =>
	`<a href="${inPage(url)}">${inPage(label)}</a>`;

const signs: Readonly<Record<string, string>> = {
	...{ "&": "&amp;", "<": "&lt;", ">": "&gt;" },
	...{ '"': "&quot;", "'": "&#39;" },
};

export const inPage = (text: string): string =>
	text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? "");
