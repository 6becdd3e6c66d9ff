// In which of a cluster's slots does a key lie? By a checksum of its bytes, or of what stands in its first braces.

export const slotsThereAre = 16_384;

const table = Uint16Array.from({ length: 256 }, (_, byte) => {
	let sum = byte << 8;
	for (let bit = 0; bit < 8; bit++)
		sum = sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1;
	return sum & 0xffff;
});

export function slotOf(key: string | Buffer): number {
	const bytes = Buffer.isBuffer(key) ? key : Buffer.from(key);
	let sum = 0;
	for (const byte of tagOf(bytes))
		sum = ((sum << 8) ^ (table[(sum >> 8) ^ byte] ?? 0)) & 0xffff;
	return sum % slotsThereAre;
}

/** Empty braces tag nothing. */
function tagOf(bytes: Buffer): Buffer {
	const open = bytes.indexOf("{");
	const close = open < 0 ? -1 : bytes.indexOf("}", open + 1);
	return close > open + 1 ? bytes.subarray(open + 1, close) : bytes;
}
