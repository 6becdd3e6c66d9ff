// How do values travel in an address, for somebody to bring them back as they are? As a list that says nothing to whoever carries it.

export const writtenList = (list: readonly unknown[]): string =>
	Buffer.from(JSON.stringify(list)).toString("base64url");

/** Empty where it is none. */
export function listIn(written: string): readonly unknown[] {
	try {
		const list: unknown = JSON.parse(
			Buffer.from(written, "base64url").toString(),
		);
		return Array.isArray(list) ? list : [];
	} catch {
		return [];
	}
}
