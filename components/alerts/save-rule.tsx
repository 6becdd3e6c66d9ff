"use client";
// What is changed when a rule is saved, and what keeps somebody from it? Said beside the button, before and after.
import type { KnownRule } from "#lib/core/alert/rule.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { useAlertsAddress } from "./address.ts";
import { changesSaid, missingIn, ruleOf } from "./draft.ts";
import type { Editing } from "./use-edits.ts";
import { useMayNot } from "./use-may-tend.ts";
import { useTending } from "./use-tending.ts";

export function SaveRule(props: {
	readonly editing: Editing;
	readonly rules: readonly KnownRule[];
	readonly at: ReturnType<typeof useAlertsAddress>;
	readonly mayTend: boolean | null;
}) {
	const words = useWords();
	const { rules: said, alerts } = words;
	const needs = useMayNot() ?? alerts.mayNot;
	const { editing, rules, at, mayTend } = props;
	const { known, rule, isEdited, discard } = editing;
	const others = rules
		.map(({ name }) => name)
		.filter((name) => name !== known?.name);
	const isFile = known?.from === "file";
	const missing = isEdited ? missingIn(words, rule, others) : null;
	const saving = useTending(() => {
		void at.set({ rule: rule.name.trim() });
		editing.saved(rule.name.trim());
	});
	const removing = useTending(() => void at.set({ rule: null }));
	const failure = saving.failure ?? removing.failure;
	const isBusy = saving.isBusy || removing.isBusy;
	const mayNot = mayTend !== true || isFile;
	const isOff = mayNot || !isEdited || missing !== null || isBusy;
	const changed = isEdited
		? said.changed(changesSaid(words, known && ruleOf(known), rule).join(", "))
		: editing.isSaved
			? said.saved
			: null;
	const why = isFile
		? said.fromFile
		: mayTend === false
			? needs
			: (missing ?? undefined);
	return (
		<div className="rule-save">
			<span className="q" role="status">
				{mayTend === false ? needs : (missing ?? changed)}
			</span>
			{failure !== null && (
				<span className="alerts-missed" role="alert">
					{problemSentence(words, failure)}
				</span>
			)}
			<span className="grow" />
			{known?.from === "screen" && (
				<button
					type="button"
					className="btn bare"
					aria-disabled={mayNot || isBusy}
					title={why}
					onClick={() =>
						!mayNot && removing.tend({ verb: "remove rule", name: known.name })
					}
				>
					{said.remove}
				</button>
			)}
			{isEdited && known !== null && (
				<button type="button" className="btn bare" onClick={discard}>
					{said.discard}
				</button>
			)}
			<button
				type="button"
				className="btn main"
				aria-disabled={isOff}
				title={why}
				onClick={() => {
					if (isOff) return;
					const trimmed = { ...rule, name: rule.name.trim() };
					saving.tend({
						verb: "save rule",
						rule: {
							...trimmed,
							tell: rule.tell === null ? null : [...rule.tell],
						},
						was: known?.from === "screen" ? known.name : null,
					});
				}}
			>
				{isBusy ? said.saving : said.save}
			</button>
		</div>
	);
}
