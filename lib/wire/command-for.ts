// Which command line tells the same as a row? The words of its kind, filled with its names and where its broker is.
import { commandOf } from "#lib/core/command.ts";
import type { BoardReply, RowReply } from "./board.ts";

export function commandFor(
	row: RowReply,
	{ brokers, systems }: Pick<BoardReply, "brokers" | "systems">,
): string | null {
	const broker = brokers.find(({ name }) => name === row.broker);
	const system = systems.find(({ name }) => name === row.system);
	const words = system?.kinds[row.kind]?.command;
	if (!broker || !words) return null;
	return commandOf(words, { ...row, address: broker.address });
}
