"use client";
// What does the wall say when nothing is wrong? One calm sentence, and what it rests on.
import { useState } from "react";
import { wallWords } from "#lib/say/apart/wall.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BoardReply } from "#lib/wire/board.ts";
import type { Heard } from "./told.ts";

/** Told from a minute on: nobody has to know that it has been calm for three seconds. */
const worthTellingSeconds = 60;

export function Calm(props: {
	readonly reply: BoardReply;
	readonly heard: Heard;
	readonly shownMs: number;
}) {
	const { language } = useWords();
	const wall = wallWords[language];
	const { reply, heard, shownMs } = props;
	// This stands on the screen for as long as it is calm, so its own age is how long that has been seen.
	const [fromMs] = useState(shownMs);
	const calmSeconds = (shownMs - fromMs) / 1_000;
	const { total, counts } = reply;
	const { brokers, silent } = heard;
	const backlogs = total - counts.abandoned;
	const parts = [wall.answering(brokers - silent.length, brokers)];
	if (counts.abandoned > 0) parts.push(wall.leftOut(counts.abandoned));
	if (calmSeconds >= worthTellingSeconds && silent.length === 0)
		parts.push(wall.calmFor(calmSeconds));
	return (
		<div className="wall-sentence">
			<h1 className={silent.length > 0 ? "worried" : ""}>
				{brokers === 0
					? wall.noBrokers
					: silent.length > 0
						? wall.someSilent(silent.length, brokers)
						: backlogs === 0
							? wall.noBacklogs
							: wall.calm(backlogs)}
			</h1>
			{brokers > 0 && <p>{parts.join(" ")}</p>}
		</div>
	);
}
