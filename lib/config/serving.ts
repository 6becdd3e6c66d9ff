// May the web be served where it should? Beyond this machine only where people find it, and where nobody else hears what they send.

import type { Configuration } from "./configuration.ts";
import type { Judge } from "./judge.ts";
import { isLoopback } from "./listen.ts";
import type { Given, Sheet } from "./sheet.ts";

type Served = Pick<Configuration, "listen" | "address" | "tls" | "access"> & {
	readonly plainHttp: boolean;
};

export function judgeServing(
	{ listen, address, tls, access, plainHttp }: Served,
	{ settings }: Sheet,
	judge: Judge,
): void {
	const nowhere = { path: "listen", place: { source: "", line: null } };
	const at = (key: "listen" | "address"): Pick<Given, "path" | "place"> =>
		settings.get(key) ?? nowhere;
	const isHttps = address?.startsWith("https://") ?? false;
	if (tls && address !== null && !isHttps)
		judge.add(
			at("address"),
			"begins with http://, but tls stands beside it; write https://",
		);
	if (isLoopback(listen.host)) return;
	if (address === null) {
		judge.add(
			at("listen"),
			"others can reach that, and are answered only under a name that is written down; write address: https://tidemark.example.org, as people open it",
		);
		return;
	}
	const isBehindProxy = isHttps && access.trustedProxies.length > 0;
	if (!tls && !isBehindProxy && !plainHttp)
		judge.add(
			at("listen"),
			isHttps
				? "others can reach that without encryption; write tls with a certificate and key, or, below access, trustedProxies with the address of the proxy that speaks https"
				: "others can reach that, and passwords would travel in clear; write tls with a certificate and key, or an address that begins with https:// and trustedProxies below access, or plainHttp: true where nobody else can listen",
		);
}
