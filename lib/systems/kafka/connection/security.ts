// With which certificates and which sign-in is a node connected to?
import { isIP } from "node:net";
import type { ConnectionOptions } from "@platformatic/kafka";
import type { Address } from "#lib/systems/address.ts";
import type { Tls } from "#lib/systems/tls-setting.ts";
import { type Configured, nothingConfigured } from "./configured.ts";
import { mechanismOf, wantsTls } from "./settings.ts";
import { Tokens } from "./tokens.ts";

/** The options of a connection to one of its hosts. */
export type Security = (host: string) => ConnectionOptions;

/** Once for a cluster: all its nodes are shown the same token. */
export function securityOf(
	address: Address,
	configured: Configured = nothingConfigured,
): Security {
	const sasl = signIn(address, configured);
	const tls = configured.tls;
	const isEncrypted = tls !== null || wantsTls(address);
	return (host) => ({
		...(isEncrypted && encryption(tls, host)),
		...(sasl && { sasl }),
	});
}

function encryption(tls: Tls | null, host: string): ConnectionOptions {
	const options: ConnectionOptions = {
		tls: {
			...(tls?.ca && { ca: tls.ca }),
			...(tls?.cert && { cert: tls.cert }),
			...(tls?.key && { key: tls.key.reveal() }),
		},
	};
	// An address is no name to be asked for; a certificate for it verifies all the same.
	if (tls?.serverName) options.tlsServerName = tls.serverName;
	else if (isIP(host) === 0) options.tlsServerName = true;
	return options;
}

function signIn(
	address: Address,
	{ sasl }: Configured,
): NonNullable<ConnectionOptions["sasl"]> | null {
	if (sasl?.mechanism === "OAUTHBEARER") {
		const tokens = new Tokens(sasl);
		return {
			mechanism: sasl.mechanism,
			token: () => tokens.next(),
			// A token that is refused is answered without an error, by a text that says why.
			authBytesValidator(answer, callback) {
				if (answer.length === 0) return callback(null, answer);
				tokens.forget();
				callback(new Error("the token is refused"));
			},
		};
	}
	const { user, password } = sasl ?? address;
	const mechanism = sasl?.mechanism ?? mechanismOf(address);
	if (user === null || password === null || mechanism === null) return null;
	return { mechanism, username: user, password: password.reveal() };
}
