// What came of sending, in words of ours? With what the other side said, and nothing in it that was meant for it alone.
import type { Answer } from "#lib/core/alert/notice.ts";
import { brief } from "#lib/say/name.ts";
import { plain } from "./requests/guarded.ts";
import type { OutAnswer } from "./requests.ts";

const saidMax = 200;
/** Shorter ones stand in every sentence; hiding them would only garble it. */
const shortestSecret = 5;

/** Whatever of an address could be a key: all of it but where it leads. */
export function secretsOf(url: URL): readonly string[] {
	const parts = [
		...[url.pathname + url.search, url.pathname, url.search.slice(1)],
		...[url.username, url.password, url.hash.slice(1)],
		...url.pathname.split("/"),
		...url.searchParams.values(),
	];
	return parts.flatMap((part) => [part, plain(part)]);
}

export function cleaned(said: string, secrets: readonly string[]): string {
	const longest = [...new Set(secrets)]
		.filter(({ length }) => length >= shortestSecret)
		.toSorted((a, b) => b.length - a.length);
	let clean = said;
	for (const secret of longest) clean = clean.replaceAll(secret, "•••");
	const line = clean.replaceAll(/\s+/g, " ").trim();
	return line === "" ? "" : brief(line, saidMax);
}

/** Worth another try: whatever may be mended, there or here, before the notice is too old. */
export function answerOf(
	out: OutAnswer,
	host: string,
	secrets: readonly string[],
): Answer {
	if ("failure" in out) return failed(out, host);
	const { code, retryAfterMs: afterMs, elsewhere } = out;
	const said = cleaned(out.said, secrets);
	if (elsewhere !== null)
		return {
			...{ isTaken: false, again: true, afterMs, code: "redirected" },
			values: { code, host: elsewhere },
		};
	if (code >= 200 && code < 300) return taken(code, said);
	const again = code === 408 || code === 429 || code < 200 || code >= 500;
	return {
		...{ isTaken: false, again, afterMs: again ? afterMs : null },
		...{ code: again ? "busy" : "turned down", values: { code, said } },
	};
}

export const taken = (code: number, said: string): Answer => ({
	...{ isTaken: true, again: false, afterMs: null, code: "taken" },
	values: { code, said },
});

export function failed(
	{ failure, detail }: Extract<OutAnswer, { readonly failure: unknown }>,
	host: string,
): Answer {
	const address = { host, address: detail };
	const values = failure === "address not allowed" ? address : { host, detail };
	const code = failure;
	return { isTaken: false, again: true, afterMs: null, code, values };
}

export const noSuchOutlet: Answer = {
	...{ isTaken: false, again: false, afterMs: null },
	...{ code: "no such outlet", values: {} },
};
