"use client";
// What else is there? How many of each verdict, which page of how many, and the brokers that do not answer.
import { VerdictIcon } from "#components/charts/verdict-mark.tsx";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { fromGrave } from "#lib/core/verdict.ts";
import { wallWords } from "#lib/say/apart/wall.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BoardReply } from "#lib/wire/board.ts";
import { wrongCount } from "./pages.ts";
import type { Heard } from "./told.ts";

export function Foot(props: {
	readonly reply: BoardReply;
	readonly heard: Heard;
	readonly page: number;
	readonly pages: number;
	/** Rows on all pages of the wall; the board may have more. */
	readonly shown: number;
}) {
	const words = useWords();
	const wall = wallWords[words.language];
	const { reply, heard, page, pages, shown } = props;
	const more = wrongCount(reply.counts) - shown;
	const [silent] = heard.silent;
	return (
		<footer className="wall-foot">
			{fromGrave.map(
				(verdict) =>
					reply.counts[verdict] > 0 && (
						<span key={verdict} className={`l-${verdict}`}>
							<VerdictIcon verdict={verdict} />
							<b>{words.numbers.count(reply.counts[verdict])}</b>
							{words.verdicts[verdict]}
						</span>
					),
			)}
			<span className="grow" />
			{silent && (
				<span className="wall-silent">
					<Icon path={glyphs.warn} />
					<span>
						{silent.ageSeconds === null
							? wall.neverHeard(brief(silent.name, 40))
							: wall.silent(brief(silent.name, 40), silent.ageSeconds)}{" "}
						{heard.silent.length > 1 &&
							wall.othersSilent(heard.silent.length - 1)}
					</span>
				</span>
			)}
			{pages > 1 && (
				<span className="wall-page">
					{wall.page(page, pages)}
					{more > 0 && ` · ${wall.more(more)}`}
				</span>
			)}
		</footer>
	);
}
