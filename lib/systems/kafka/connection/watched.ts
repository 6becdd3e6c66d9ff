// Does a node send more than we would ever keep? The library would keep whatever comes until an answer is whole.
import type { Connection } from "@platformatic/kafka";
import { TroubleError } from "#lib/systems/trouble-error.ts";
import { excessive, Frames } from "./frames.ts";
import type { Traffic } from "./traffic.ts";

/** Counts what arrives, and ends the connection at the first answer that is too large. */
export function watched(
	socket: Connection["socket"],
	traffic: Traffic,
	tell: (excess: TroubleError) => void,
): void {
	const frames = new Frames();
	let pieces = 0;
	socket.on("data", (piece: Buffer) => {
		traffic.receivedBytes += piece.length;
		const isFirst = pieces++ === 0;
		const excess = frames.excessIn(piece);
		if (excess === null) return;
		tell(new TroubleError(excessive(excess, isFirst)));
		socket.destroy();
	});
}
