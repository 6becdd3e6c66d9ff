"use client";
// How does the wall say that it knows nothing? Over the whole screen: for how long, who is to blame, and what was known last.
import { fromGrave } from "#lib/core/verdict.ts";
import { type WallBlame, wallWords } from "#lib/say/apart/wall.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Seen } from "#lib/wire/seen.ts";
import { wrongCount } from "./pages.ts";
import type { Told } from "./told.ts";

export function Scream(props: {
	readonly blame: WallBlame;
	readonly told: Told;
	readonly seen: Seen | null;
}) {
	const words = useWords();
	const wall = wallWords[words.language];
	const { blame, told, seen } = props;
	const { nowMs, fromMs } = told;
	const seconds =
		blame === "brokers"
			? told.heard.ageSeconds
			: nowMs === null || fromMs === null || blame === "never"
				? null
				: (nowMs - fromMs) / 1_000;
	return (
		<div className="wall-sentence">
			<h1>{seconds === null ? wall.nothingYet : wall.nothingHeard(seconds)}</h1>
			<p>
				{wall.blames[blame]} {seen && nowMs !== null && known(seen, told)}
			</p>
			<p>{wall.untrusted}</p>
		</div>
	);

	function known({ reply }: Seen, { heard, fromMs, nowMs }: Told): string {
		const atMs =
			blame === "brokers" && nowMs !== null && heard.ageSeconds !== null
				? nowMs - heard.ageSeconds * 1_000
				: fromMs;
		if (atMs === null || reply.total === 0) return "";
		if (wrongCount(reply.counts) === 0) return wall.knownCalm(atMs);
		const told = fromGrave
			.filter((it) => it !== "healthy" && it !== "abandoned")
			.filter((it) => reply.counts[it] > 0)
			.map(
				(it) =>
					`${words.verdicts[it]} ${words.numbers.count(reply.counts[it])}`,
			);
		return wall.known(atMs, told.join(", "));
	}
}
