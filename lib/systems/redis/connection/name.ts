// How is a name shown whose bytes are not text? Escaped, so that no two names look alike and each leads back to its bytes.

const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const escaped = /\\x[0-9a-f]{2}/;

/** A text that could be taken for an escaped name is escaped as well. */
export const shownText = (plain: string): string =>
	escaped.test(plain) ? plain.replaceAll("\\", "\\\\") : plain;

export function shownName(bytes: Buffer): string {
	const plain = textOf(bytes);
	if (plain !== null) return shownText(plain);
	let shown = "";
	for (const byte of bytes) {
		if (byte === 0x5c) shown += "\\\\";
		else if (byte < 0x80) shown += String.fromCharCode(byte);
		else shown += `\\x${byte.toString(16).padStart(2, "0")}`;
	}
	return shown;
}

/** What the server is sent: text where it is text, which is cheaper, else the bytes. */
export function sentName(shown: string): string | Buffer {
	if (!escaped.test(shown)) return shown;
	const parts = shown.split(/(\\\\|\\x[0-9a-f]{2})/).map((part) => {
		if (part === "\\\\") return Buffer.from("\\");
		if (escaped.test(part)) return Buffer.from(part.slice(2), "hex");
		return Buffer.from(part);
	});
	const bytes = Buffer.concat(parts);
	return textOf(bytes) ?? bytes;
}

function textOf(bytes: Buffer): string | null {
	try {
		return text.decode(bytes);
	} catch {
		return null;
	}
}
