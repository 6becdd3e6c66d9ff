// Which token lets a program scrape? Only its hash goes on from here.
import { createHash } from "node:crypto";

/** What may stand behind "Bearer", long enough that nobody guesses it. */
const token = /^[A-Za-z0-9._~+/-]{16,200}={0,2}$/;

/** Its hash, or what to write instead. */
export function parseScrape(text: string): { readonly hash: string } | string {
	const given = text.trim();
	if (!token.test(given))
		return `write a token of 16 to 200 letters, digits or any of . _ ~ + / - that programs show to scrape, best as \${NAME}; openssl rand -hex 32 makes one`;
	return { hash: createHash("sha256").update(given).digest("hex") };
}
