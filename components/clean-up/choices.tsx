"use client";
// What else could become of these messages? Each choice with its consequence; the fitting one is chosen already.
import { useId, useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import type { Amount } from "#lib/core/amount.ts";
import { known } from "#lib/say/clean-up-sentence.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PlanReply } from "#lib/wire/clean-up-plan.ts";
import { type Choice, choicesOf } from "./choices-of.ts";
import { kindOf } from "./deed.ts";

/** Null where the plans chose differently. */
function chosenIn(plans: readonly PlanReply[]): string | null {
	const kinds = new Set(plans.map(kindOf));
	const [kind = null] = kinds;
	return kinds.size === 1 ? kind : null;
}

export function Choices(props: {
	/** The errand whose plans these are. */
	readonly id: string;
	readonly plans: readonly PlanReply[];
	readonly messages: Amount;
	readonly onChoose: (choice: Choice) => void;
}) {
	const { id, plans, messages, onChoose } = props;
	const { plan: said, fates, risks, refusals } = useWords().cleanUp;
	const name = useId();
	const [clicked, setClicked] = useState<{
		readonly of: string;
		readonly fate: string;
	} | null>(null);
	// Until its plan is there, a choice counts as made; then the plan says which it is.
	const wanted = clicked?.of === id ? clicked.fate : chosenIn(plans);
	const choices = choicesOf(plans);
	if (choices.length < 2) return null;
	return (
		<fieldset className="opts">
			<legend className="h-sec">{said.theMessages(messages)}</legend>
			{choices.map((choice) => {
				const { fate, to, risk, refusal } = choice;
				const isOff = refusal !== null;
				return (
					<label
						key={`${fate} ${to}`}
						className={isOff ? "opt off" : "opt"}
						data-on={wanted === fate}
					>
						<strong>
							<input
								type="radio"
								name={name}
								value={fate}
								checked={wanted === fate}
								disabled={isOff}
								onChange={() => {
									setClicked({ of: id, fate });
									onChoose(choice);
								}}
							/>
							{fates[fate].name}
						</strong>
						<small>
							{isOff
								? refusals[refusal.code](known(refusal.values))
								: fates[fate].means(to === null ? null : brief(to, 60))}
						</small>
						<span className={risk === "loses messages" ? "risk loses" : "risk"}>
							<Icon
								path={risk === "loses messages" ? glyphs.warn : swapGlyph}
							/>
							{risks[risk]}
						</span>
					</label>
				);
			})}
			<Receiver {...{ choices, wanted, onChoose }} />
		</fieldset>
	);
}

/** Who takes them, where there is more than one who could. */
function Receiver(props: {
	readonly choices: readonly Choice[];
	readonly wanted: string | null;
	readonly onChoose: (choice: Choice) => void;
}) {
	const { plan: said } = useWords().cleanUp;
	const { choices, wanted, onChoose } = props;
	const chosen = choices.find(({ fate }) => fate === wanted);
	if (!chosen || chosen.to === null || chosen.candidates.length < 2)
		return null;
	const names = new Set([chosen.to, ...chosen.candidates]);
	return (
		<label className="opt-to">
			{said.receiver}
			<select
				value={chosen.to}
				onChange={({ target }) => onChoose({ ...chosen, to: target.value })}
			>
				{[...names].map((name) => (
					<option key={name} value={name}>
						{brief(name, 80)}
					</option>
				))}
			</select>
		</label>
	);
}

const swapGlyph = "M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13";
