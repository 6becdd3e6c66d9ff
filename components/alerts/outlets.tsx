"use client";
// Where do notices go, how does each of them fare, and what comes back when one is tried?
import { glyphs, Icon } from "#components/ui/icon.tsx";
import type { Rule } from "#lib/core/alert/rule.ts";
import { brief } from "#lib/say/name.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import type { AnswerReply, OutletReply } from "#lib/wire/alerts.ts";
import { useMayNot } from "./use-may-tend.ts";
import { useTending } from "./use-tending.ts";

type Given = {
	readonly rule: Rule;
	readonly nowMs: number;
	readonly mayTend: boolean | null;
};

export function Outlets(
	props: Given & { readonly outlets: readonly OutletReply[] },
) {
	const { alerts } = useWords();
	const { outlets: said } = alerts;
	const { outlets, ...given } = props;
	return (
		<section className="outlets" aria-labelledby="outlets-title">
			<h3 className="h-sec" id="outlets-title">
				{said.title}
			</h3>
			{outlets.length === 0 && (
				<p className="q2">
					{said.none} <span className="q">{said.noneWhy}</span>
				</p>
			)}
			<ul>
				{outlets.map((outlet) => (
					<Outlet key={outlet.name} {...given} outlet={outlet} />
				))}
			</ul>
		</section>
	);
}

function Outlet(props: Given & { readonly outlet: OutletReply }) {
	const words = useWords();
	const { alerts } = words;
	const { outlets: said } = alerts;
	const { outlet, rule, nowMs, mayTend } = props;
	const mayNot = useMayNot();
	const { tend, isBusy, answer, failure } = useTending();
	const isOff = mayTend !== true || isBusy;
	const isFailing = outlet.failingSince !== null;
	return (
		<li className={isFailing ? "failing" : ""}>
			<div className="outlet-l1">
				{isFailing && <Icon path={glyphs.warn} />}
				<bdi className="m">{brief(outlet.name, 80)}</bdi>
				<span className="q">{brief(outlet.kind, 40)}</span>
				<bdi className="q cut" title={brief(outlet.address)}>
					{brief(outlet.address)}
				</bdi>
				<span className="grow" />
				<button
					type="button"
					className="btn small bare"
					aria-disabled={isOff}
					title={mayNot ?? undefined}
					onClick={() =>
						!isOff &&
						tend({
							...{ verb: "try outlet", outlet: outlet.name },
							rule: rule.name.trim() === "" ? null : sent(rule),
						})
					}
				>
					{isBusy ? said.sending : said.send}
					<span className="sr"> {brief(outlet.name, 80)}</span>
				</button>
			</div>
			<p className={isFailing ? "alerts-missed" : "q"}>
				{faresSaid(words, outlet, nowMs).join(" · ")}
			</p>
			<p role="status" className="outlet-said">
				{failure !== null && problemSentence(words, failure)}
				{answer?.is === "tried" && (
					<span className={answer.answer.isTaken ? "ok" : "alerts-missed"}>
						{said.took(answerSaid(words, answer.answer), answer.tookMs)}
					</span>
				)}
			</p>
		</li>
	);
}

const sent = (rule: Rule) => ({
	...rule,
	name: rule.name.trim(),
	tell: rule.tell === null ? null : [...rule.tell],
});

export const answerSaid = ({ alerts }: Words, answer: AnswerReply): string =>
	alerts.answers[answer.code](answer.values);

function faresSaid(
	words: Words,
	outlet: OutletReply,
	nowMs: number,
): readonly string[] {
	const { alerts, numbers } = words;
	const { outlets: said } = alerts;
	const moment = (iso: string) => numbers.moment(Date.parse(iso), nowMs);
	const { failingSince, answer, delivered, quiet, owed, givenUp } = outlet;
	return [
		...(failingSince === null ? [] : [said.failing(moment(failingSince))]),
		...(failingSince !== null && answer !== null
			? [answerSaid(words, answer)]
			: []),
		delivered === null ? said.never : said.delivered(moment(delivered)),
		...(owed > 0 ? [said.owed(owed)] : []),
		...(givenUp > 0 ? [said.givenUp(givenUp)] : []),
		...(quiet === null ? [] : [said.quiet(quiet)]),
	];
}
