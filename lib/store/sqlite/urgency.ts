// Which of two rows hurts first? Gravity, margin and lag as bytes that compare as the board orders by gravity.
import type { Row } from "#lib/core/board.ts";
import { gravityOf, verdicts } from "#lib/core/verdict.ts";

export function urgencyOf(
	row: Pick<Row, "verdict" | "marginSeconds" | "lag">,
): Uint8Array {
	const view = new DataView(new ArrayBuffer(17));
	view.setUint8(0, verdicts.length - gravityOf(row.verdict));
	put(view, 1, row.marginSeconds?.n ?? Number.POSITIVE_INFINITY);
	put(view, 9, row.lag === null ? Number.POSITIVE_INFINITY : 0 - row.lag.n);
	return new Uint8Array(view.buffer);
}

/** Bytes of a float compare as the number does once its sign is turned, and of a negative one every bit. */
function put(view: DataView, at: number, n: number): void {
	view.setFloat64(at, n);
	const bits = view.getBigUint64(at);
	view.setBigUint64(at, n < 0 ? ~bits : bits | (1n << 63n));
}
