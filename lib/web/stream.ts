// How is something long sent? Piece by piece, as fast as somebody takes it.

/** Nothing is read before somebody takes it, and no further once they have gone. */
export function streamOf(
	pieces: AsyncGenerator<string>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
	const encoder = new TextEncoder();
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await pieces.next();
			if (done) controller.close();
			else controller.enqueue(encoder.encode(value));
		},
		async cancel() {
			await pieces.return(undefined);
		},
	});
}

/** The parts of one list, between what stands before and after it. */
export async function* jsonPieces(
	before: string,
	parts: AsyncIterable<readonly unknown[]>,
): AsyncGenerator<string> {
	yield `${before}[`;
	let between = "\n";
	for await (const part of parts)
		for (const one of part) {
			yield between + JSON.stringify(one);
			between = ",\n";
		}
	yield "\n]}\n";
}
