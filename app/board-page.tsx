"use client";
// How do the frame and the board come together? One answer of the server feeds both.
import dynamic from "next/dynamic";
import { useAddress } from "#components/board/address.ts";
import { Board } from "#components/board/board.tsx";
import { partLines, useSight } from "#components/board/sight.ts";
import { useBoard } from "#components/board/use-board.ts";
import { useUnderstood } from "#components/board/use-understood.ts";
import { Frame, useBlame } from "#components/shell/frame.tsx";

/** Fetched once it is known that nothing is watched yet. */
const FirstRun = dynamic(() =>
	import("#components/entry/first-run.tsx").then(({ FirstRun }) => FirstRun),
);

/** Fetched once a row has something to be done about, or somebody asks for it. */
const RowDeed = dynamic(() =>
	import("#components/clean-up/row-deed.tsx").then((it) => it.RowDeed),
);
const Bulk = dynamic(() =>
	import("#components/clean-up/bulk.tsx").then((it) => it.Bulk),
);

/** Its words and its dialog come when somebody mutes something. */
const mute = (among: readonly string[]) =>
	void import("#components/alerts/muting.ts").then((it) =>
		it.openMuting(among),
	);

export function BoardPage() {
	const at = useAddress();
	const { address, open } = at;
	const { sort, fold, from } = address;
	const { filter, mistake } = useUnderstood(address.filter);
	const sight = useSight([filter, sort, fold].join(" "), from);
	const { offset } = sight;
	const question = { filter, sort, offset, limit: partLines, fold, open };
	const board = useBoard(question);
	const { seen, failing } = board;
	const stale = useBlame({ seen, failing }) !== null;
	return (
		<Frame seen={seen} failing={failing} at="board">
			<Board
				board={board}
				at={at}
				shows={filter}
				sight={sight}
				mistake={mistake}
				staleAtMs={stale && seen ? seen.serverMs : null}
				Deed={RowDeed}
				Bulk={Bulk}
				onMute={mute}
				first={<FirstRun systems={seen?.reply.systems ?? []} />}
			/>
		</Frame>
	);
}
