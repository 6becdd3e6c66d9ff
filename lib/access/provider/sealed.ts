// What does a browser keep for us while somebody is with the provider? A record only this process can read, for some minutes.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** For what it was sealed: a record of one purpose opens for no other. */
export type Purpose = "sign-in" | "trouble";

export type Seal = {
	close(purpose: Purpose, contents: object, untilMs: number): string;
	/** Null where it was not sealed here for this purpose, or its time is over. */
	open(purpose: Purpose, text: string | null, nowMs: number): unknown;
};

const ivBytes = 12;
const tagBytes = 16;
/** A cookie holds no more. */
const textMax = 4_000;

export function makeSeal(): Seal {
	const key = randomBytes(32);
	return {
		close(purpose, contents, untilMs) {
			const iv = randomBytes(ivBytes);
			const cipher = createCipheriv("aes-256-gcm", key, iv);
			cipher.setAAD(Buffer.from(purpose));
			const plain = JSON.stringify({ untilMs, contents });
			const body = Buffer.concat([
				cipher.update(plain, "utf8"),
				cipher.final(),
			]);
			return Buffer.concat([iv, cipher.getAuthTag(), body]).toString(
				"base64url",
			);
		},
		open(purpose, text, nowMs) {
			if (text === null || text.length > textMax) return null;
			const bytes = Buffer.from(text, "base64url");
			if (bytes.length < ivBytes + tagBytes) return null;
			const tag = bytes.subarray(ivBytes, ivBytes + tagBytes);
			try {
				const iv = bytes.subarray(0, ivBytes);
				const cipher = createDecipheriv("aes-256-gcm", key, iv, {
					authTagLength: tagBytes,
				});
				cipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
				const body = bytes.subarray(ivBytes + tagBytes);
				const plain = Buffer.concat([cipher.update(body), cipher.final()]);
				const { untilMs, contents } = JSON.parse(plain.toString("utf8"));
				return nowMs < untilMs ? contents : null;
			} catch {
				return null;
			}
		},
	};
}
