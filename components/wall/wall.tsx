"use client";
// Do I need to stand up? What is wrong in letters that are read from five metres, else one calm sentence; old values fill the screen.
import type { ReactNode } from "react";
import { Time } from "#components/ui/time.tsx";
import { wallWords } from "#lib/say/apart/wall.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";
import type { Seen } from "#lib/wire/seen.ts";
import { Call } from "./call.tsx";
import { Foot } from "./foot.tsx";
import { useNewRelease } from "./new-release.ts";
import { pageOf, rowsThatFit, turnEveryMs, wrongIn } from "./pages.ts";
import { Scream } from "./scream.tsx";
import { Calm } from "./sentence.tsx";
import { type Heard, type Loss, screamOf, type Told } from "./told.ts";
import { useWindow } from "./use-window.ts";
import { useWakeLock } from "./wake-lock.ts";
import { Hero, WrongRow } from "./wrong-row.tsx";

export function Wall(props: {
	readonly seen: Seen | null;
	readonly told: Told;
	readonly lossOf: (row: RowReply) => Loss;
	readonly shownMs: number;
	readonly brand: ReactNode;
	/** Told where somebody sees a part only. */
	readonly part?: ReactNode;
}) {
	const { seen, told, lossOf, shownMs, brand } = props;
	const words = useWords();
	const wall = wallWords[words.language];
	useWakeLock();
	useNewRelease();
	const scream = screamOf(told);
	const age = told.heard.ageSeconds;
	return (
		<main id="content" className={scream ? "wall stale" : "wall"}>
			<header className="wall-head">
				<span className="wall-brand">{brand}</span>
				<div className="wall-part">{props.part}</div>
				<span className="grow" />
				<Call firing={seen?.reply.firing ?? null} />
				<span className={scream ? "wall-age old" : "wall-age"}>
					{age === null ? wall.noData : wall.dataAge(age)}
				</span>
				{told.nowMs !== null && (
					<Time look="wall-clock" ms={told.nowMs} whole={words.numbers.wholly}>
						{words.numbers.moment(told.nowMs, told.nowMs)}
					</Time>
				)}
			</header>
			<div role="alert">
				{scream && <Scream blame={scream} told={told} seen={seen} />}
			</div>
			{scream === null &&
				(seen === null ? (
					<h1 className="sr">{wall.loading}</h1>
				) : (
					<Backlogs seen={seen} heard={told.heard} {...{ lossOf, shownMs }} />
				))}
		</main>
	);
}

function Backlogs(props: {
	readonly seen: Seen;
	readonly heard: Heard;
	readonly lossOf: (row: RowReply) => Loss;
	readonly shownMs: number;
}) {
	const words = useWords();
	const { width, height } = useWindow();
	const { seen, heard, lossOf, shownMs } = props;
	const { reply } = seen;
	const wrong = wrongIn(reply.rows);
	if (wrong.length === 0)
		return <Calm reply={reply} heard={heard} shownMs={shownMs} />;
	const { hero, rows, page, pages } = pageOf(
		wrong,
		(hasHero) => rowsThatFit(width, height, hasHero),
		Math.floor(shownMs / turnEveryMs),
	);
	const drawn = (row: RowReply) => ({
		row,
		loss: lossOf(row),
		system: reply.systems.find(({ name }) => name === row.system),
	});
	return (
		<>
			<h1 className="sr">{wallWords[words.language].title}</h1>
			{hero && <Hero {...drawn(hero)} />}
			<ol className="wall-rows">
				{rows.map((row) => (
					<WrongRow key={row.id} {...drawn(row)} />
				))}
			</ol>
			<Foot
				reply={reply}
				heard={heard}
				page={page}
				pages={pages}
				shown={wrong.length}
			/>
		</>
	);
}
