"use client";
// When would this rule have fired, how often, for how long, and on what? As a picture, a list, and what other numbers would have done.
import { glyphs, Icon } from "#components/ui/icon.tsx";
import type { BackTestDays } from "#lib/core/alert/asked/errand.ts";
import type { Rule } from "#lib/core/alert/rule.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { BackTestReply } from "#lib/wire/back-test.ts";
import { BackTestPicture } from "./back-test-picture.tsx";
import { othersSaid, reachSaid } from "./back-test-said.ts";
import { targetSaid } from "./said.ts";
import { type BackTestNow, isTestable } from "./use-back-test.ts";

const listed = 5;

export function BackTest(props: {
	readonly rule: Rule;
	readonly days: BackTestDays;
	readonly now: BackTestNow;
}) {
	const words = useWords();
	const { backTest: said } = words.rules;
	const { rule, days, now } = props;
	const { backTest, isBefore, problem } = now;
	if (!isTestable(rule))
		return (
			<section className="backtest">
				<p className="q2">{said.notAsked}</p>
			</section>
		);
	return (
		<section
			className="backtest"
			aria-labelledby="back-test"
			{...(isBefore ? { "data-before": "" } : {})}
			aria-busy={backTest === null && problem === null && isBefore}
		>
			<h3 className="h-sec" id="back-test" aria-live="polite">
				{backTest === null
					? problem === null
						? said.asking
						: said.failed
					: said.times(backTest.times, days)}
			</h3>
			{problem !== null && (
				<div className="note l-stalled" role="alert">
					<Icon path={glyphs.warn} />
					<span>{problemSentence(words, problem)}</span>
				</div>
			)}
			{backTest === null ? (
				<div className="backtest-place" />
			) : (
				<>
					<BackTestPicture backTest={backTest} when={rule.when} />
					<Firings backTest={backTest} />
					<p className="q2 backtest-said">
						{othersSaid(words, rule, backTest.others)}
					</p>
					<p className="q backtest-said">
						{reachSaid(words, backTest).join(" ")}
					</p>
				</>
			)}
		</section>
	);
}

function Firings({ backTest }: { readonly backTest: BackTestReply }) {
	const words = useWords();
	const { numbers, rules } = words;
	const toMs = Date.parse(backTest.to);
	const shown = backTest.firings.slice(0, listed);
	return (
		<ol className="backtest-list">
			{shown.map(({ target, fired, resolved }, i) => {
				const firedMs = Date.parse(fired);
				const name = targetSaid(words, target);
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: two may begin at one moment, and the list is drawn whole
					<li key={i}>
						<span className="q">{numbers.count(backTest.times - i)}</span>
						<time dateTime={fired} title={numbers.wholly(firedMs)}>
							{numbers.moment(firedMs, toMs)}
						</time>
						<bdi className="cut" title={name}>
							{name}
						</bdi>
						<span className={resolved === null ? "num b" : "num"}>
							{resolved === null
								? rules.backTest.still
								: numbers.duration((Date.parse(resolved) - firedMs) / 1_000)}
						</span>
					</li>
				);
			})}
			{backTest.times > shown.length && shown.length > 0 && (
				<li className="q">
					<span />
					<span className="rest">
						{rules.backTest.more(backTest.times - shown.length)}
					</span>
				</li>
			)}
		</ol>
	);
}
