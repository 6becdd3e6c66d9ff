// How is a fold read as if it were one row, and how is its name written?
import type { Amount } from "#lib/core/amount.ts";
import { brief, shown } from "#lib/say/name.ts";
import type { FoldReply, RowReply } from "#lib/wire/board.ts";

const certain = (it: Amount | null): number | null =>
	it?.bound === "exact" ? it.n : null;

/** Verdict and reason are those of the gravest. The peaks of a week fall at different times, so that of their sum is not known. A sum that is not certain is left to those who can show its bound. */
export function oneRow(fold: FoldReply, gravest: RowReply): RowReply {
	return {
		...gravest,
		lag: fold.lag,
		timeLagSeconds: fold.timeLagSeconds,
		holding: certain(fold.holding),
		oldestHeldSeconds: fold.oldestHeldSeconds,
		deliveriesMax: fold.deliveriesMax,
		pace: { in: certain(fold.pace.in), out: certain(fold.pace.out) },
		members: fold.members,
		marginSeconds: fold.marginSeconds,
		drainedSeconds: fold.drainedSeconds,
		spark: fold.spark,
		highWater: null,
		at: fold.at,
		stale: fold.stale,
	};
}

export type Piece = { readonly text: string; readonly differs: boolean };

const pieceMax = 80;

/** `orders:stream:{0…31}`; braces that stand in the names themselves are not doubled. */
export function piecesOf(name: FoldReply["name"]): readonly Piece[] {
	return name.map((part, i) => {
		if (typeof part === "string")
			return { text: brief(part, pieceMax), differs: false };
		const [before, after] = [name[i - 1], name[i + 1]];
		const braced =
			typeof before === "string" &&
			before.endsWith("{") &&
			typeof after === "string" &&
			after.startsWith("}");
		const span = `${brief(part.from, pieceMax)}…${brief(part.to, pieceMax)}`;
		return { text: braced ? span : `{${span}}`, differs: true };
	});
}

export const writtenName = (name: FoldReply["name"]): string =>
	shown(
		piecesOf(name)
			.map(({ text }) => text)
			.join(""),
	);
