// Where is mail handed in, and who signs in there? Read from one address, or from what stands beside it.
import { z } from "zod";
import { Secret } from "#lib/core/secret.ts";
import { plain } from "../requests/guarded.ts";

export type MailServer = {
	readonly host: string;
	readonly port: number;
	/** TLS from the first byte. */
	readonly isSecure: boolean;
	readonly sign: { readonly user: string; readonly password: Secret } | null;
	readonly shown: string;
};

const say =
	"write where mail is handed in, such as smtps://mail.example.org:465 or smtp://mail.example.org:587, with user and password beside it";

/** A password may hold an @ of its own, and what follows the last one is the host. */
const shape =
	/^(smtps?):\/\/(?:(.*)@)?(\[[0-9a-f:.]+\]|[\p{L}\p{N}._-]+)(?::(\d{1,5}))?\/?$/iu;

export const mailServer = z.string(say).transform((given, context) => {
	const match = shape.exec(given.trim());
	const [, scheme = "", userInfo = "", host = "", port] = match ?? [];
	const isSecure = scheme.toLowerCase() === "smtps";
	const number = Number(port ?? (isSecure ? 465 : 587));
	const colon = userInfo.indexOf(":");
	const isSigned = colon > 0 && colon < userInfo.length - 1;
	const isWrong =
		number < 1 || number > 65_535 || (userInfo !== "" && !isSigned);
	if (match === null || isWrong) {
		context.addIssue({ code: "custom", message: say });
		return z.NEVER;
	}
	const server: MailServer = {
		...{ host, port: number, isSecure },
		sign: isSigned
			? {
					user: plain(userInfo.slice(0, colon)),
					password: new Secret(plain(userInfo.slice(colon + 1))),
				}
			: null,
		shown: `${scheme.toLowerCase()}://${host}:${number}`,
	};
	return server;
});
