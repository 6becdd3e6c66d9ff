// How is a notice told by mail? Over a connection that may go there, signed in only where nobody listens, in threads that hold together.
import nodemailer from "nodemailer";
import { z } from "zod";
import type { Answer } from "#lib/core/alert/notice.ts";
import { noticeText } from "#lib/say/notice-text.ts";
import { failed } from "../answers.ts";
import { mailAnswer, mailFailure } from "../mail/answer.ts";
import { mailOf } from "../mail/message.ts";
import { type MailServer, mailServer } from "../mail/server.ts";
import type { OutletKind, OutletParts } from "../outlet.ts";
import { failureOf, secured } from "../requests/dial.ts";
import { secret, several, text } from "../setting.ts";

const personSay = "write an address, such as ops@example.org";
const person = z
	.string(personSay)
	.trim()
	.max(254, personSay)
	.regex(/^[^\s\p{C}<>()[\]\\,;:"@]+@[\p{L}\p{N}.-]+$/u, personSay);
const toSay =
	"write an address or a list of them, such as [ops@example.org, lead@example.org]";
const startTlsSay =
	"write required, offered (where the server has it) or never; left out, it is required where there is a password";

const settings = z
	.strictObject({
		server: mailServer,
		user: text("write who signs in").optional(),
		password: secret("write the password, best as ${" + "NAME}").optional(),
		starttls: z.enum(["required", "offered", "never"], startTlsSay).optional(),
		from: person,
		to: several(person, toSay),
	})
	.superRefine(({ user, password, server, starttls }, context) => {
		const say = (path: string, message: string) =>
			context.addIssue({ code: "custom", path: [path], message });
		if ((user === undefined) !== (password === undefined))
			say(user === undefined ? "user" : "password", "write user and password");
		const signsIn = user !== undefined || server.sign !== null;
		if (signsIn && !server.isSecure && starttls === "never")
			say("starttls", "the password would be sent in clear; leave this out");
	});

type Settings = z.infer<typeof settings>;

export const email: OutletKind<Settings> = {
	kind: "email",
	settings,
	open(it, parts) {
		const sign =
			it.user !== undefined && it.password !== undefined
				? { user: it.user, password: it.password }
				: it.server.sign;
		const server = { ...it.server, sign };
		const startTls = it.starttls ?? (sign === null ? "offered" : "required");
		return {
			address: `${server.shown}: ${it.to.join(", ")}`,
			keepAliveMs: null,
			async send(notice, deadlineMs) {
				const told = noticeText(notice, parts);
				const mail = mailOf(notice, told, it, parts);
				return sent(mail, server, startTls, parts, deadlineMs);
			},
		};
	},
};

async function sent(
	mail: ReturnType<typeof mailOf>,
	server: MailServer,
	startTls: NonNullable<Settings["starttls"]>,
	{ requests }: OutletParts,
	deadlineMs: number,
): Promise<Answer> {
	const { host, port, isSecure, sign } = server;
	const ending = new AbortController();
	const timer = setTimeout(() => ending.abort(), deadlineMs);
	const late = new Promise<null>((done) =>
		ending.signal.addEventListener("abort", () => done(null)),
	);
	const secrets = sign === null ? [] : [sign.user, sign.password.reveal()];
	try {
		const plain = await requests.dial({ host, port }, ending.signal);
		const socket = isSecure ? await secured(plain, host, requests.ca) : plain;
		const transport = nodemailer.createTransport({
			...{ host, port, connection: socket },
			...{ secure: isSecure, secured: isSecure },
			...{
				requireTLS: startTls === "required",
				ignoreTLS: startTls === "never",
			},
			...(sign === null
				? {}
				: { auth: { user: sign.user, pass: sign.password.reveal() } }),
			...(requests.ca === null ? {} : { tls: { ca: requests.ca } }),
			name: mail.domain,
			...{ disableFileAccess: true, disableUrlAccess: true, logger: false },
		});
		const sending = transport.sendMail(mail.message);
		const came = await Promise.race([sending, late]);
		sending.catch(() => undefined);
		plain.destroy();
		return came === null
			? failed({ failure: "no answer in time", detail: "" }, server.host)
			: mailAnswer(came, secrets);
	} catch (error) {
		const failure = failureOf(error) ?? mailFailure(error, secrets);
		if (failure === null) throw error;
		return "failure" in failure ? failed(failure, server.host) : failure;
	} finally {
		clearTimeout(timer);
		ending.abort();
	}
}
