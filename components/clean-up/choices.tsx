"use client";
// What else could become of these messages? Each choice with its consequence; the fitting one is chosen already.
import { useId, useState } from "react";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import type { Amount } from "#lib/core/amount.ts";
import { known } from "#lib/say/clean-up-sentence.ts";
import { brief } from "#lib/say/name.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { PlanReply } from "#lib/wire/clean-up.ts";
import { kindOf } from "./deed.ts";

type Choice = PlanReply["choices"][number];

export function Choices(props: {
	readonly plan: PlanReply;
	readonly messages: Amount | null;
	readonly onChoose: (choice: Choice) => void;
}) {
	const { plan, messages, onChoose } = props;
	const { plan: said, fates, risks, refusals, bulk } = useWords().cleanUp;
	const name = useId();
	const [wanted, setWanted] = useState<string>(kindOf(plan.cleanUp));
	if (plan.choices.length < 2) return null;
	return (
		<fieldset className="opts">
			<legend className="h-sec">
				{messages === null ? bulk.each : said.theMessages(messages)}
			</legend>
			{plan.choices.map((choice) => {
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
									setWanted(fate);
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
		</fieldset>
	);
}

const swapGlyph = "M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13";
