"use client";
// Which positions does a file name, pasted or chosen? Each mistake is told with its line; the present ones can be taken along.
import { useId } from "react";
import { known } from "#lib/say/clean-up-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import { Problem } from "../problem.tsx";
import { usePresent } from "./use-present.ts";
import type { WheretoNow } from "./use-whereto.ts";

const mistakesMost = 5;

export function FromFile(props: {
	readonly now: WheretoNow;
	readonly targets: readonly TargetReply[];
}) {
	const { file: words } = useWords().cleanUp.whereto;
	const { now, targets } = props;
	const { taken, others, mistakes } = now.said;
	const told = useId();
	const present = usePresent(targets, (file) => now.choose({ file }));
	return (
		<div className="w-file">
			<label>
				{words.paste}
				<textarea
					className="field"
					rows={5}
					value={now.draft.file}
					placeholder={"orders,0,1200\norders,1,1187"}
					spellCheck={false}
					autoCapitalize="off"
					aria-describedby={told}
					aria-invalid={mistakes.length > 0}
					onChange={({ target }) => now.type({ file: target.value })}
				/>
			</label>
			<div className="w-row">
				<label className="btn small">
					{words.choose}
					<input
						type="file"
						className="sr"
						accept=".csv,.txt,text/csv,text/plain"
						onChange={async ({ target }) => {
							const [chosen] = target.files ?? [];
							const file = await chosen?.text();
							target.value = "";
							if (file !== undefined) now.choose({ file });
						}}
					/>
				</label>
				<button
					type="button"
					className="btn small"
					aria-disabled={present.isAsking}
					onClick={present.copy}
				>
					<span aria-live="polite">
						{present.isAsking
							? words.reading
							: present.isCopied
								? words.copied
								: words.present}
					</span>
				</button>
				<span id={told} className="q" aria-live="polite">
					{[
						...(taken > 0 ? [words.positions(taken)] : []),
						...(others > 0 ? [words.others(others)] : []),
					].join(" · ")}
				</span>
			</div>
			{mistakes.length > 0 && <Mistakes mistakes={mistakes} />}
			<Problem problem={present.failure} />
		</div>
	);
}

function Mistakes({ mistakes }: Pick<WheretoNow["said"], "mistakes">) {
	const { file: words } = useWords().cleanUp.whereto;
	const more = mistakes.length - mistakesMost;
	return (
		<ul className="w-mistakes">
			{mistakes.slice(0, mistakesMost).map(({ line, code, values }) => (
				<li key={line}>
					<b>{words.line(line)}</b>: {words.faults[code](known(values))}
				</li>
			))}
			{more > 0 && <li>{words.more(more)}</li>}
		</ul>
	);
}
