// Whom do we trust, and who are we, when a connection is encrypted? The files named are read and fit together, or it is a mistake.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import type { ConnectionOptions } from "node:tls";
import { z } from "zod";
import { Secret } from "./address.ts";
import { type ReadFile, section, text } from "./setting.ts";

export type Tls = {
	/** Certificates, as PEM; null for the authorities this machine trusts. */
	readonly ca: string | null;
	readonly cert: string | null;
	readonly key: Secret | null;
	/** The name that the certificate must be for, when it is not the host's. */
	readonly serverName: string | null;
};

/** As Node is told, for a connection to that host; null where only its scheme says to encrypt. */
export function encryption(tls: Tls | null, host: string): ConnectionOptions {
	// An address is no name to be asked for; a certificate for it verifies all the same.
	const name = tls?.serverName ?? (isIP(host) === 0 ? host : null);
	return {
		...(name === null ? {} : { servername: name }),
		...(tls?.ca && { ca: tls.ca }),
		...(tls?.cert && { cert: tls.cert }),
		...(tls?.key && { key: tls.key.reveal() }),
	};
}

export const tlsSetting = (read: ReadFile) =>
	section({
		ca: certificateFile(read).optional(),
		cert: certificateFile(read).optional(),
		key: keyFile(read).optional(),
		serverName: text("write the name that the certificate is for").optional(),
	})
		.superRefine(({ cert, key }, context) => {
			const add = (path: string, message: string) =>
				context.addIssue({ code: "custom", path: [path], message });
			if (cert !== undefined && key === undefined)
				add("cert", "has no key; write the file of its key as key");
			else if (cert === undefined && key !== undefined)
				add("key", "has no certificate; write its file as cert");
			else if (cert !== undefined && key !== undefined && !fits(cert, key))
				add("key", "does not belong to the certificate in cert");
		})
		.transform(
			({ ca, cert, key, serverName }): Tls => ({
				ca: ca ?? null,
				cert: cert ?? null,
				key: key === undefined ? null : new Secret(key),
				serverName: serverName ?? null,
			}),
		);

/** The text of the file that is named; a mistake when it is not there or not what it should be. */
const fileOf = (
	read: ReadFile,
	mistakeIn: (content: string) => string | null,
) =>
	text("write the path of a PEM file").transform((path, context) => {
		const content = contentOf(read, path);
		const mistake =
			typeof content === "string" ? mistakeIn(content) : content.mistake;
		if (mistake === null && typeof content === "string") return content;
		context.addIssue({ code: "custom", message: mistake ?? "" });
		return z.NEVER;
	});

function contentOf(
	read: ReadFile,
	path: string,
): string | { readonly mistake: string } {
	try {
		return (
			read(path) ?? {
				mistake:
					"there is no such file; a path is relative to the configuration's folder",
			}
		);
	} catch (error) {
		const code =
			error instanceof Error && "code" in error ? ` (${error.code})` : "";
		return { mistake: `the file cannot be read${code}; see who may read it` };
	}
}

export const certificateFile = (read: ReadFile) =>
	fileOf(read, certificateMistake);
export const keyFile = (read: ReadFile) => fileOf(read, keyMistake);

const block = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

function certificateMistake(content: string): string | null {
	const blocks = content.match(block) ?? [];
	const say =
		"the file holds no certificate; write one in PEM, which begins with BEGIN CERTIFICATE";
	if (blocks.length === 0) return say;
	return blocks.every((one) => works(() => new X509Certificate(one)))
		? null
		: say;
}

const keyMistake = (content: string): string | null =>
	works(() => createPrivateKey(content))
		? null
		: "the file holds no private key that can be used; write one in PEM, without a passphrase";

export const fits = (cert: string, key: string): boolean =>
	works(() => {
		if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)))
			throw new Error("another key");
	});

/** What is thrown may quote the file, and is let go. */
function works(attempt: () => unknown): boolean {
	try {
		attempt();
		return true;
	} catch {
		return false;
	}
}
