// Which address may stand for a provider of identities? One over https; in clear only on this machine.

export const isLoopback = ({ hostname }: URL): boolean =>
	/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);

/** Whoever writes `…/.well-known/…` names a document, and nobody would compare the issuer with it. */
export function isIssuer(text: string): boolean {
	const url = URL.parse(text);
	if (url === null || url.search !== "" || url.hash !== "") return false;
	if (url.username !== "" || url.password !== "") return false;
	if (url.pathname.includes("/.well-known/")) return false;
	return (
		url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url))
	);
}
