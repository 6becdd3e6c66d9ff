// Where is a broker, and with which credentials? Parsed once; from then on its secrets cannot be printed.
import { isIPv6 } from "node:net";
import { Secret } from "#lib/core/secret.ts";

export { Secret };

export type Host = { readonly host: string; readonly port: number | null };

export type Address = {
	readonly scheme: string;
	readonly hosts: readonly Host[];
	readonly user: string | null;
	readonly password: Secret | null;
	/** What follows the hosts, without its slash. */
	readonly path: string;
	readonly options: ReadonlyMap<string, string>;
};

const shape =
	/^([a-z][a-z0-9+.-]*):\/\/(?:([^@/?#]*)@)?([^@/?#]+)(?:\/([^@?#]*))?(?:\?([^@#]*))?$/i;

/**
 * Null when the text is no address; the text itself is not repeated anywhere, as it may hold a password. A second @,
 * or one behind a slash, is refused: there a password was written with signs that end it, and its rest would be shown.
 */
export function parseAddress(text: string): Address | null {
	const match = shape.exec(text.trim());
	if (!match) return null;
	const [, scheme = "", userInfo = "", hostList = "", path = "", query = ""] =
		match;
	const hosts = hostList.split(",").map(parseHost);
	if (hosts.some((host) => host === null)) return null;
	const colon = userInfo.indexOf(":");
	const user = decoded(colon < 0 ? userInfo : userInfo.slice(0, colon));
	const password = decoded(colon < 0 ? "" : userInfo.slice(colon + 1));
	const place = decoded(path);
	if (user === null || password === null || place === null) return null;
	if (hasControls(user) || hasControls(place)) return null;
	const options = new Map(new URLSearchParams(query));
	if ([...options.keys()].some((name) => !/^[\w.-]+$/.test(name))) return null;
	return {
		scheme: scheme.toLowerCase(),
		hosts: hosts.filter((host) => host !== null),
		user: user === "" ? null : user,
		password: password === "" ? null : new Secret(password),
		path: place,
		options,
	};
}

/** Null where the percent signs make no sense. */
function decoded(text: string): string | null {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
}

const hasControls = (text: string): boolean => /\p{Cc}/u.test(text);

function parseHost(text: string): Host | null {
	const match =
		/^(?:\[([0-9a-f:.]+)\]|([\p{L}\p{N}._-]+))(?::(\d{1,5}))?$/iu.exec(
			text.trim(),
		);
	if (!match) return null;
	const [, inBrackets, plain] = match;
	if (inBrackets !== undefined && !isIPv6(inBrackets)) return null;
	const port = match[3] === undefined ? null : Number(match[3]);
	if (port !== null && (port < 1 || port > 65535)) return null;
	return { host: inBrackets ?? plain ?? "", port };
}

/** The address as it may be shown: no user, no password, no options. */
export function redacted(address: Address): string {
	const hosts = address.hosts.map(({ host, port }) => {
		const name = host.includes(":") ? `[${host}]` : host;
		return port === null ? name : `${name}:${port}`;
	});
	return `${address.scheme}://${hosts.join(",")}${address.path === "" ? "" : `/${address.path}`}`;
}
