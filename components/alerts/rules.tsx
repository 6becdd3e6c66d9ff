"use client";
// What is watched for, and is it watched for rightly? The rules, and the chosen one as a sentence with what it would have done.
import { FailedNote } from "#components/ui/failed-note.tsx";
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { brief } from "#lib/say/name.ts";
import { problemSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { AlertReply, RulesReply } from "#lib/wire/alerts.ts";
import type { useAlertsAddress } from "./address.ts";
import { RuleEditor } from "./rule-editor.tsx";
import { useEdits } from "./use-edits.ts";
import type { RulesNow } from "./use-rules.ts";

type Props = {
	readonly now: RulesNow;
	readonly at: ReturnType<typeof useAlertsAddress>;
	readonly firing: readonly AlertReply[];
	readonly nowMs: number;
	readonly mayTend: boolean | null;
};

export function Rules(props: Props) {
	const words = useWords();
	const { rules: said, trouble, access } = words;
	const { reply, problem, again } = props.now;
	if (reply !== null && !reply.withheld)
		return <Those {...props} reply={reply} />;
	return (
		<section aria-busy={problem === null && reply === null}>
			<h2 className="alerts-h">{said.title}</h2>
			{reply !== null ? (
				<p className="q2">{access.withheld}</p>
			) : problem === null ? (
				<div className="alerts-waits">
					<p className="sr">{said.loading}</p>
					<i className="ghost" />
					<i className="ghost wide" />
				</div>
			) : (
				<FailedNote
					said={problemSentence(words, problem)}
					again={trouble.again}
					onAgain={again}
				/>
			)}
		</section>
	);
}

function Those(props: Props & { readonly reply: RulesReply }) {
	const { rules: said } = useWords();
	const { reply, at, ...rest } = props;
	const editing = useEdits(reply.rules, at.rule);
	const { known, isEditedNamed } = editing;
	return (
		<section className="rules" aria-labelledby="rules-title">
			<div className="sec-h">
				<h2 className="alerts-h" id="rules-title">
					{said.title}
				</h2>
				<span className="q">{said.count(reply.rules.length)}</span>
				<span className="grow" />
				<button
					type="button"
					className="btn small bare"
					aria-pressed={known === null}
					onClick={() => void at.set({ rule: "" })}
				>
					<Icon path={glyphs.plus} />
					{said.new}
				</button>
			</div>
			{/* biome-ignore lint/a11y/useSemanticElements: it chooses one of many, and is no form */}
			<div className="rules-list" role="group" aria-label={said.all}>
				{reply.rules.map(({ name, from, on }) => (
					<button
						key={name}
						type="button"
						aria-pressed={name === known?.name}
						onClick={() => void at.set({ rule: name })}
					>
						<bdi>{brief(name, 80)}</bdi>
						{isEditedNamed(name) ? (
							<span className="q">{said.edited}</span>
						) : (
							!on && <span className="q">{said.off}</span>
						)}
						{from !== "screen" && (
							<span className="q">{said.sources[from]}</span>
						)}
					</button>
				))}
			</div>
			<RuleEditor
				key={known?.name ?? ""}
				{...{ ...rest, editing, at }}
				rules={reply.rules}
				outlets={reply.outlets}
			/>
		</section>
	);
}
