// Which partitions was a member given?

/**
 * INT16 version, [topic STRING, [partition INT32]], user bytes: the layout every ordinary consumer shares. Null for
 * another layout, and while the group rebalances, when the bytes are empty: not known, which is not "none".
 */
export function assignedPartitions(
	bytes: Buffer,
	topic: string,
): readonly number[] | null {
	if (bytes.length === 0) return null;
	const assigned: number[] = [];
	let at = 2;
	try {
		const topics = bytes.readInt32BE(at);
		at += 4;
		for (let i = 0; i < topics; i++) {
			const length = bytes.readInt16BE(at);
			if (length < 0) return null;
			const name = bytes.toString("utf8", at + 2, at + 2 + length);
			at += 2 + length;
			const partitions = bytes.readInt32BE(at);
			at += 4;
			for (let j = 0; j < partitions; j++, at += 4) {
				const partition = bytes.readInt32BE(at);
				if (name === topic) assigned.push(partition);
			}
		}
	} catch {
		return null;
	}
	return assigned.sort((a, b) => a - b);
}
