// How is a notice told to Slack, and to whatever takes what Slack takes? As one message, in which nothing from a broker means anything.
import { z } from "zod";
import type { NoticeLink } from "#lib/say/notice-links.ts";
import { type NoticeText, noticeText } from "#lib/say/notice-text.ts";
import { answerOf, secretsOf } from "../answers.ts";
import type { OutletKind } from "../outlet.ts";
import { webAddress } from "../setting.ts";

const urlSay = `write the address of an incoming webhook, such as https://hooks.slack.com/services/…, best as \${NAME}`;

const settings = z.strictObject({ url: webAddress(urlSay) });

export const slack: OutletKind<z.infer<typeof settings>> = {
	kind: "slack",
	settings,
	open({ url: address }, parts) {
		const secrets = secretsOf(address.url);
		return {
			address: address.shown,
			keepAliveMs: null,
			async send(notice, deadlineMs) {
				const body = JSON.stringify({
					text: messageOf(noticeText(notice, parts)),
					...{ unfurl_links: false, unfurl_media: false },
				});
				const out = await parts.requests.send({
					...{ url: address.url, method: "POST", body, deadlineMs },
					headers: {
						"content-type": "application/json",
						"idempotency-key": notice.id,
					},
				});
				return answerOf(out, address.url.host, secrets);
			},
		};
	},
};

/** As long as Slack shows one in full. */
const lengthMax = 3_800;

function messageOf(told: NoticeText): string {
	const isOne = told.items.length === 1 && told.more === null;
	const items = told.items.map((item) =>
		[
			...(isOne ? [] : [`• *${inMessage(item.name)}*`]),
			...item.lines.map(inMessage),
			...(item.links.length > 0 ? [item.links.map(linkIn).join(" · ")] : []),
		].join("\n"),
	);
	const head = [`*${inMessage(told.title)}*`, ...told.lines.map(escaped)];
	const tail = [
		...(told.more === null ? [] : [inMessage(told.more)]),
		told.links.map(linkIn).join(" · "),
	];
	const rest = [...head, ...tail].join("\n").length;
	const shown: string[] = [];
	let length = rest;
	for (const item of items) {
		length += item.length + 1;
		if (length > lengthMax) break;
		shown.push(item);
	}
	return [...head, ...shown, ...tail].join("\n");
}

/** The three signs that Slack wants escaped: without them nothing is a mention or a link. */
const escaped = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What others would take for a mention, a link or a weight is broken by a space that has no width. */
const inMessage = (text: string): string =>
	escaped(text)
		.replaceAll("@", "@\u200b")
		.replaceAll("://", ":\u200b//")
		.replaceAll("](", "]\u200b(")
		.replaceAll(/(?<!\w)_|_(?!\w)|[*~`]/g, "\u200b$&\u200b");

const linkIn = ({ label, url }: NoticeLink): string =>
	`<${url.replaceAll(/[<>|]/g, encodeURIComponent).replaceAll("&", "&amp;")}|${inMessage(label)}>`;
