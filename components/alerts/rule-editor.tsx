"use client";
// How is one rule changed? Its sentence, what it would have done, what a notice of it says, and one button that says what changes.
import type { KnownRule } from "#lib/core/alert/rule.ts";
import { ruleNameMax, ruleTextMax } from "#lib/core/alert/rule.ts";
import { parseFilter } from "#lib/core/filter/filter.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { AlertReply, OutletReply } from "#lib/wire/alerts.ts";
import type { useAlertsAddress } from "./address.ts";
import { BackTest } from "./back-test.tsx";
import { NoticePreview } from "./notice-preview.tsx";
import { Outlets } from "./outlets.tsx";
import { RuleSentence } from "./rule-sentence.tsx";
import { SaveRule } from "./save-rule.tsx";
import { useBackTest } from "./use-back-test.ts";
import type { Editing } from "./use-edits.ts";
import { useMatches } from "./use-matches.ts";

export function RuleEditor(props: {
	readonly editing: Editing;
	readonly at: ReturnType<typeof useAlertsAddress>;
	readonly rules: readonly KnownRule[];
	readonly outlets: readonly OutletReply[];
	readonly firing: readonly AlertReply[];
	readonly nowMs: number;
	readonly mayTend: boolean | null;
}) {
	const words = useWords();
	const { rules: said } = words;
	const { editing, at, rules, outlets, firing, nowMs, mayTend } = props;
	const { known, rule, change } = editing;
	const parsed = parseFilter(rule.among);
	const mistake = "mistakes" in parsed ? parsed.mistakes[0] : null;
	const matched = useMatches(mistake === null ? rule.among : null);
	const now = useBackTest(rule, at.days);
	return (
		<>
			{known?.from === "file" && <p className="q2">{said.fromFile}</p>}
			{known?.from === "usual" && <p className="q">{said.fromUsual}</p>}
			{known?.from !== "file" && known?.from !== "usual" && (
				<label className="alerts-field">
					{said.name}
					<input
						value={rule.name}
						maxLength={ruleNameMax}
						placeholder={said.namePlaceholder}
						{...{ spellCheck: false, autoComplete: "off" }}
						onChange={({ target }) => change({ name: target.value })}
					/>
				</label>
			)}
			<RuleSentence
				{...{ rule, matched }}
				onChange={change}
				outlets={outlets.map(({ name }) => name)}
				mistake={mistake && problemSentence(words, mistake)}
			/>
			<label className="alerts-field">
				{said.text}
				<input
					value={rule.text}
					maxLength={ruleTextMax}
					placeholder={said.textPlaceholder}
					autoComplete="off"
					onChange={({ target }) => change({ text: target.value })}
				/>
			</label>
			<label className="alerts-check">
				<input
					type="checkbox"
					checked={rule.on}
					onChange={({ target }) => change({ on: target.checked })}
				/>
				{said.on}
			</label>
			<BackTest {...{ rule, now }} days={at.days} />
			<NoticePreview {...{ rule, firing, nowMs }} />
			<Outlets {...{ outlets, rule, nowMs, mayTend }} />
			<SaveRule {...{ editing, rules, at, mayTend }} />
		</>
	);
}
