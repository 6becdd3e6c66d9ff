"use client";
// Which brokers answer on the usual ports of the collector's machine? Looked at once, and again when somebody asks.
import { useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { SystemReply } from "#lib/wire/board.ts";
import { placeIn, systemOf } from "./told.ts";
import { useTry } from "./use-try.ts";

export type Chosen = (address: string) => void;

export function Here(props: {
	readonly systems: readonly SystemReply[];
	readonly onTake: Chosen;
}) {
	const { entry } = useWords();
	const [turn, setTurn] = useState(1);
	const tried = useTry({ address: null, turn });
	// Whoever may not look learns that from the form, where they asked for something.
	if (tried === null || tried.state === "refused") return null;
	if (tried.state === "asking")
		return <p className="here">{entry.lookingHere}</p>;
	const label = (system: string) => systemOf(props.systems, system)?.label;
	const there = tried.findings.filter(
		({ trouble }) => trouble !== "unreachable",
	);
	return (
		<div className="here">
			{there.map(({ address, system }) => (
				<p key={address}>
					<Icon path={glyphs.check} />
					<span>
						{entry.hereAnswers(label(system) ?? system, placeIn(address))}
					</span>
					<button
						type="button"
						className="btn small"
						onClick={() => props.onTake(address)}
					>
						{entry.take}
					</button>
				</p>
			))}
			{there.length === 0 && (
				<p>
					<span>
						{entry.nothingHere(
							tried.findings.map(
								({ address, system }) =>
									`${label(system) ?? system} ${placeIn(address)}`,
							),
						)}
					</span>
					<button
						type="button"
						className="btn small"
						onClick={() => setTurn(turn + 1)}
					>
						{entry.lookAgain}
					</button>
				</p>
			)}
		</div>
	);
}
