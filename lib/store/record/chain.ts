// How does a line of the record hold on to all lines before it? By a hash that nobody can make without the key.
import { createHmac, timingSafeEqual } from "node:crypto";

/** What stands before the first line. */
export const noHash = "0".repeat(64);

const macOf = (key: Uint8Array, ...parts: readonly (string | Uint8Array)[]) => {
	const mac = createHmac("sha256", key);
	for (const part of parts) mac.update(part);
	return mac.digest("hex");
};

/** The hash before has a fixed length and a number no line break, so no two lines are the same bytes. */
export const hashOf = (
	key: Uint8Array,
	before: string,
	n: number,
	line: string | Uint8Array,
): string => macOf(key, `${before}\n${n}\n`, line);

/** Of a head: begins as no line does. */
export const sealOf = (key: Uint8Array, n: number, hash: string): string =>
	macOf(key, `head\n${n}\n${hash}`);

export function isSame(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
