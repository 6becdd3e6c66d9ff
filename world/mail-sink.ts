// What was sent by mail? A real mail server for tests: it keeps what it takes, and refuses as it is told.
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Mail = {
	readonly from: string;
	readonly to: readonly string[];
	/** As it came over the line: head, empty line, body. */
	readonly raw: string;
	readonly isSecure: boolean;
	readonly user: string | null;
};

export type Refusal = {
	readonly code: number;
	readonly said: string;
	/** Only this recipient. */
	readonly of?: string;
};

export type MailSink = {
	readonly port: number;
	readonly mails: readonly Mail[];
	/** At the greeting, at a recipient, or once the mail is there; null takes it again. */
	refuse(at: "greeting" | "recipient" | "mail", refusal: Refusal | null): void;
	/** Connections there ever were. */
	connections(): number;
	/** Hangs up in the middle of the next mail. */
	hangUp(): void;
	/** Says nothing any more. */
	fallSilent(): void;
	stop(): Promise<void>;
};

export async function startMailSink(
	options: {
		readonly user?: string;
		readonly password?: string;
		readonly tls?: { readonly key: string; readonly cert: string };
		/** TLS from the first byte; without it, what is offered is STARTTLS. */
		readonly isSecure?: boolean;
	} = {},
): Promise<MailSink> {
	const mails: Mail[] = [];
	const refusals = new Map<string, Refusal | null>();
	let connections = 0;
	let hangsUp = false;
	let isSilent = false;
	const refused = (at: string): Error | null => {
		const refusal = refusals.get(at) ?? null;
		return (
			refusal &&
			Object.assign(new Error(refusal.said), {
				responseCode: refusal.code,
			})
		);
	};
	const settings: SMTPServerOptions = {
		secure: options.isSecure ?? false,
		...(options.tls ?? {}),
		hideSTARTTLS: options.tls === undefined,
		authOptional: options.user === undefined,
		disabledCommands: [
			...(options.user === undefined ? ["AUTH"] : []),
			...(options.tls === undefined ? ["STARTTLS"] : []),
		],
		// The tests without TLS look at what is said, not at who listens.
		allowInsecureAuth: options.tls === undefined,
		disableReverseLookup: true,
		closeTimeout: 100,
		onConnect(_, done) {
			connections++;
			if (!isSilent) done(refused("greeting"));
		},
		onAuth({ username, password }, _, done) {
			if (username === options.user && password === options.password)
				return done(null, { user: username });
			const said = new Error(`who is ${username} with ${password}?`);
			done(Object.assign(said, { responseCode: 535 }));
		},
		onRcptTo({ address }, _session, done) {
			const of = refusals.get("recipient")?.of ?? address;
			done(of === address ? refused("recipient") : null);
		},
		onData(stream, session, done) {
			const parts: Buffer[] = [];
			stream.on("data", (part: Buffer) => {
				parts.push(part);
				if (hangsUp) for (const one of server.connections) one.close();
			});
			stream.on("end", () => {
				const { mailFrom, rcptTo } = session.envelope;
				const no = refused("mail");
				if (no === null)
					mails.push({
						from: mailFrom === false ? "" : mailFrom.address,
						to: rcptTo.map(({ address }) => address),
						raw: Buffer.concat(parts).toString("utf8"),
						isSecure: session.secure,
						user: session.user ?? null,
					});
				done(no);
			});
		},
	};
	const server = new SMTPServer(settings);
	server.on("error", () => undefined);
	await new Promise<void>((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve()),
	);
	// It listens on TCP, so its address has this shape.
	const { port } = server.server.address() as AddressInfo;
	return {
		...{ port, mails },
		refuse: (at, refusal) => void refusals.set(at, refusal),
		connections: () => connections,
		hangUp() {
			hangsUp = true;
		},
		fallSilent() {
			isSilent = true;
		},
		stop: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
