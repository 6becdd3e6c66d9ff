"use client";
// How is one part of a sentence chosen? By the browser's own list, drawn as part of the sentence, or by typing a number.
import { useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { useWords } from "#lib/say/speech.tsx";
import type { SpanUnit } from "#lib/say/words/rules.ts";
import { inUnit, spanUnits, unitMs, withChosen } from "./spans.ts";

export function Choose(props: {
	readonly label: string;
	readonly value: string;
	readonly choices: readonly (readonly [value: string, said: string])[];
	readonly look?: string;
	readonly onChoose: (value: string) => void;
}) {
	const { label, value, choices, look = "", onChoose } = props;
	return (
		<span className={`rule-pick ${look}`}>
			<select
				aria-label={label}
				value={value}
				onChange={({ target }) => onChoose(target.value)}
			>
				{choices.map(([key, said]) => (
					<option key={key} value={key}>
						{said}
					</option>
				))}
			</select>
			<Icon path={glyphs.open} size="xs" />
		</span>
	);
}

/** `null` stands for never, where that can be chosen. */
export function ChooseSpan<T extends number | null>(props: {
	readonly label: string;
	readonly ms: number | T;
	readonly choices: readonly number[];
	/** What never is called. */
	readonly never?: string;
	readonly onChoose: (ms: number | null) => void;
}) {
	const { numbers } = useWords();
	const { label, ms, choices, never, onChoose } = props;
	const spans = withChosen(choices, ms);
	return (
		<Choose
			label={label}
			value={String(ms)}
			choices={[
				...spans.map(
					(it) => [String(it), numbers.precisely(it / 1_000)] as const,
				),
				...(never === undefined ? [] : [["null", never] as const]),
			]}
			onChoose={(value) => onChoose(value === "null" ? null : Number(value))}
		/>
	);
}

export function NumberField(props: {
	readonly label: string;
	readonly n: number;
	readonly onType: (n: number) => void;
}) {
	const { label, n, onType } = props;
	const [text, setText] = useState(String(n));
	// What came from elsewhere takes the place of what was typed.
	const shown = Number(text) === n && text.trim() !== "" ? text : String(n);
	return (
		<input
			className="rule-pick rule-number num"
			aria-label={label}
			type="number"
			inputMode="numeric"
			min={0}
			step="any"
			value={shown}
			onChange={({ target }) => {
				const typed = Number(target.value);
				if (target.value.trim() === "" || !Number.isFinite(typed) || typed < 0)
					return;
				setText(target.value);
				onType(typed);
			}}
		/>
	);
}

/** Of seconds, in the unit people would say. */
export function SecondsField(props: {
	readonly label: string;
	readonly unitLabel: string;
	readonly seconds: number;
	readonly onType: (seconds: number) => void;
}) {
	const { rules } = useWords();
	const { label, unitLabel, seconds, onType } = props;
	const [unit, setUnit] = useState<SpanUnit>(inUnit(seconds).unit);
	const inSeconds = unitMs[unit] / 1_000;
	return (
		<>
			<NumberField
				label={label}
				n={seconds / inSeconds}
				onType={(n) => onType(n * inSeconds)}
			/>
			<Choose
				label={unitLabel}
				value={unit}
				choices={spanUnits.map((it) => [it, rules.units[it]] as const)}
				onChoose={(value) => {
					const next = spanUnits.find((it) => it === value) ?? unit;
					setUnit(next);
					onType((seconds / inSeconds) * (unitMs[next] / 1_000));
				}}
			/>
		</>
	);
}
