"use client";
// What does a rule say? One sentence whose parts are chosen.
import { Fragment, type ReactNode } from "react";
import { measures, type Rule, ruleGravities } from "#lib/core/alert/rule.ts";
import { filterCharactersMax } from "#lib/core/filter/filter.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { Words } from "#lib/say/words/words.ts";
import { keyOf, whenChoices } from "./draft.ts";
import { Choose, ChooseSpan, NumberField, SecondsField } from "./pickers.tsx";
import { againChoices, calmChoices, forChoices } from "./spans.ts";
import { Tell } from "./tell.tsx";

type Part = {
	readonly rule: Rule;
	readonly onChange: (part: Partial<Rule>) => void;
};

type SentenceProps = Part & {
	readonly outlets: readonly string[];
	/** How many the filter matches now; null while that is counted. */
	readonly matched: number | null;
	readonly mistake: string | null;
};

export function RuleSentence(props: SentenceProps) {
	const { rules, alerts } = useWords();
	const { sentence: said } = rules;
	const { rule, onChange, outlets } = props;
	return (
		<div className="rule-say">
			<Line
				said={said.when}
				places={{
					condition: <When {...{ rule, onChange }} />,
					for: (
						<ChooseSpan
							label={said.labels.for}
							ms={rule.forMs}
							choices={forChoices}
							onChoose={(ms) => onChange({ forMs: ms ?? 0 })}
						/>
					),
				}}
			/>
			<Line said={said.among} places={{ among: <Among {...props} /> }} />
			<Line
				said={said.tell}
				places={{
					tell: (
						<Tell
							outlets={outlets}
							tell={rule.tell}
							onChoose={(tell) => onChange({ tell: tell && [...tell] })}
						/>
					),
					again: (
						<ChooseSpan<number | null>
							label={said.labels.again}
							ms={rule.againMs}
							choices={againChoices}
							never={said.once}
							onChoose={(againMs) => onChange({ againMs })}
						/>
					),
				}}
			/>
			<Line
				said={said.calm}
				places={{
					as: (
						<Choose
							label={rules.gravity}
							value={rule.gravity}
							choices={ruleGravities.map(
								(it) => [it, alerts.gravities[it]] as const,
							)}
							onChoose={(value) =>
								onChange({
									gravity:
										ruleGravities.find((it) => it === value) ?? rule.gravity,
								})
							}
						/>
					),
					calm: (
						<ChooseSpan
							label={said.labels.calm}
							ms={rule.calmMs}
							choices={calmChoices}
							onChoose={(ms) => onChange({ calmMs: ms ?? 0 })}
						/>
					),
				}}
			/>
		</div>
	);
}

/** A line of the sentence with its choices in the places the language gives them. */
function Line(props: {
	readonly said: string;
	readonly places: Readonly<Record<string, ReactNode>>;
}) {
	const parts = props.said.split(/\{(\w+)\}/);
	return (
		<p>
			{parts.map((part, i) => (
				<Fragment key={part}>
					{i % 2 === 0 ? part : props.places[part]}
				</Fragment>
			))}
		</p>
	);
}

function Among(props: SentenceProps) {
	const { rules, board } = useWords();
	const { sentence: said } = rules;
	const { rule, onChange, matched, mistake } = props;
	return (
		<>
			<input
				className="rule-pick rule-among"
				aria-label={said.labels.among}
				aria-invalid={mistake !== null}
				value={rule.among}
				maxLength={filterCharactersMax}
				placeholder={said.everything}
				title={board.filterExample}
				{...{ spellCheck: false, autoComplete: "off", autoCapitalize: "off" }}
				onChange={({ target }) => onChange({ among: target.value })}
			/>{" "}
			{mistake === null ? (
				<span className="q nw" aria-live="polite">
					{matched !== null && said.matched(matched)}
				</span>
			) : (
				<span className="alerts-missed" role="alert">
					{mistake}
				</span>
			)}
		</>
	);
}

function When({ rule, onChange }: Part) {
	const words = useWords();
	const { labels } = words.rules.sentence;
	const { when } = rule;
	return (
		<>
			<Choose
				label={labels.condition}
				value={keyOf(when)}
				choices={whenChoices.map(
					([key, it]) => [key, choiceSaid(words, it)] as const,
				)}
				onChoose={(value) => {
					const chosen = whenChoices.find(([key]) => key === value)?.[1];
					if (chosen) onChange({ when: chosen });
				}}
			/>
			{when.is === "measure" && (
				<>
					{" "}
					{measures[when.of].counts === "seconds" ? (
						<SecondsField
							key={when.of}
							label={labels.number}
							unitLabel={labels.unit}
							seconds={when.n}
							onType={(n) => onChange({ when: { ...when, n } })}
						/>
					) : (
						<NumberField
							key={when.of}
							label={labels.number}
							n={when.n}
							onType={(n) => onChange({ when: { ...when, n } })}
						/>
					)}
				</>
			)}
		</>
	);
}

/** Without the number, which is chosen beside it. */
function choiceSaid({ rules }: Words, when: Rule["when"]): string {
	const { conditions } = rules;
	if (when.is === "verdict") return conditions.atLeast(when.atLeast);
	if (when.is === "verdict alone") return conditions.alone(when.verdict);
	return when.is === "measure"
		? conditions.measures[when.of]
		: conditions.others[when.is];
}
