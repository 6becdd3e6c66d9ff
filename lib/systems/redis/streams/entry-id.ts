// Which of two entries is older? Both parts of an id reach 2^64, so they are compared as text.

/** Negative when `a` is older, zero when they are the same. */
export function compareIds(a: string, b: string): number {
	const [aMs = "", aSequence = "0"] = a.split("-");
	const [bMs = "", bSequence = "0"] = b.split("-");
	return compareDigits(aMs, bMs) || compareDigits(aSequence, bSequence);
}

function compareDigits(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : a > b ? 1 : 0;
}
