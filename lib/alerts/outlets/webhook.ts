// How is a notice told to any program? As JSON, or as a template of one's own has it, sealed so that nobody else can send it.
import { createHmac } from "node:crypto";
import { z } from "zod";
import { Secret } from "#lib/core/secret.ts";
import { noticeText } from "#lib/say/notice-text.ts";
import { answerOf, secretsOf } from "../answers.ts";
import { noticeJson } from "../notice-json.ts";
import type { OutletKind } from "../outlet.ts";
import { hasControls, secret, text, webAddress } from "../setting.ts";
import { parseTemplate, type Template } from "../template.ts";

const urlSay =
	"write where notices are posted to, such as https://hooks.example.org/tidemark";
const secretSay = `write at least 16 letters or digits that the receiver knows too, best as \${NAME}; openssl rand -hex 32 makes one`;
const headerSay =
	"a header is a name of letters, digits and dashes, with one line of text";

/** These say what is sent, and are ours. */
const ownHeaders =
	/^(?:host|content-length|transfer-encoding|connection|upgrade|expect|idempotency-key|tidemark-.*)$/i;

const headers = z
	.record(
		z.string(),
		z.string(headerSay).refine((value) => {
			return !hasControls(value) && isLatin(value);
		}, headerSay),
		"write headers below it, one a line, such as X-Team: billing",
	)
	.transform((given, context) => {
		const found = new Map<string, Secret>();
		for (const [name, value] of Object.entries(given)) {
			const say = headerMistake(name);
			if (say === null) found.set(name, new Secret(value));
			else context.addIssue({ code: "custom", path: [name], message: say });
		}
		return found;
	});

function headerMistake(name: string): string | null {
	if (!/^[A-Za-z0-9-]{1,80}$/.test(name)) return headerSay;
	return ownHeaders.test(name)
		? "is set by Tidemark itself; leave it out"
		: null;
}

const isLatin = (value: string): boolean => /^[\x20-\xff]*$/.test(value);

const settings = z.strictObject({
	url: webAddress(urlSay),
	secret: secret(secretSay, 16).optional(),
	template: text('write the text to send, such as {"text": "{{title}}"}')
		.transform((given, context): Template => {
			const template = parseTemplate(given);
			if (typeof template !== "string") return template;
			context.addIssue({ code: "custom", message: template });
			return z.NEVER;
		})
		.optional(),
	headers: headers.optional(),
});

type Settings = z.infer<typeof settings>;

export const webhook: OutletKind<Settings> = {
	kind: "webhook",
	settings,
	open({ url: address, secret, template, headers = new Map() }, parts) {
		const secrets = [
			...secretsOf(address.url),
			...Array.from(headers.values(), (value) => value.reveal()),
			...(secret ? [secret.reveal()] : []),
		];
		return {
			address: address.shown,
			keepAliveMs: null,
			async send(notice, deadlineMs) {
				const told = noticeText(notice, parts);
				const body = template
					? template.fill(notice, told, parts.url)
					: JSON.stringify(noticeJson(notice, told, parts));
				const type = template?.type ?? "application/json";
				const out = await parts.requests.send({
					...{ url: address.url, method: "POST", body, deadlineMs },
					headers: {
						"content-type": type,
						...revealed(headers),
						"idempotency-key": notice.id,
						...(secret ? sealed(body, secret.reveal()) : {}),
					},
				});
				return answerOf(out, address.url.host, secrets);
			},
		};
	},
};

const revealed = (headers: ReadonlyMap<string, Secret>) =>
	Object.fromEntries(
		Array.from(headers, ([name, value]) => [name, value.reveal()]),
	);

/** Over the moment as well, so that what was once sent cannot be sent again much later. */
function sealed(body: string, secret: string): Record<string, string> {
	const seconds = Math.floor(Date.now() / 1_000);
	const seal = createHmac("sha256", secret).update(`${seconds}.${body}`);
	return { "tidemark-signature": `t=${seconds},v1=${seal.digest("hex")}` };
}
