"use client";
// Which lines connect what was tried? Under a name of the reader's choice, then a start that reads them.
import { useId, useState } from "react";
import { useWords } from "#lib/say/speech.tsx";
import type { FindingReply } from "#lib/wire/errand.ts";
import { linesOf, nameFrom } from "./lines.ts";
import { Lines } from "./steps.tsx";
import { wantsSignIn } from "./told.ts";

export function Connect(props: {
	readonly finding: FindingReply;
	readonly address: string;
}) {
	const { finding, address } = props;
	const { entry } = useWords();
	const field = useId();
	const [typed, setTyped] = useState(`my-${finding.system}`);
	const name = nameFrom(typed, finding.system);
	const lines = linesOf({ name, address, wantsSignIn: wantsSignIn(finding) });
	return (
		<div className="connect">
			<label className="label" htmlFor={field}>
				{entry.name}
			</label>
			<input
				id={field}
				className="field"
				value={typed}
				maxLength={64}
				spellCheck={false}
				autoComplete="off"
				autoCapitalize="off"
				onChange={(event) => setTyped(event.target.value)}
			/>
			<Lines lines={lines} hasSecret={lines.includes("${")} />
		</div>
	);
}
