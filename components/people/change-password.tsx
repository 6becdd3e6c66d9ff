"use client";
// How does somebody change their password? With the current one, and one that is new.
import { useId, useState } from "react";
import { PasswordField } from "#components/ui/password-field.tsx";
import { passwordLength } from "#lib/core/people/people.ts";
import { useWords } from "#lib/say/speech.tsx";
import { Sheet } from "./sheet.tsx";
import { useChange } from "./use-change.ts";

const { min, max } = passwordLength;

export function ChangePassword(props: {
	readonly person: string;
	readonly onDone: () => void;
	readonly onClose: () => void;
}) {
	const { account: said } = useWords().access;
	const { person, onDone, onClose } = props;
	const id = useId();
	const [current, setCurrent] = useState("");
	const [password, setPassword] = useState("");
	const { change, isBusy, failure } = useChange(onDone);
	const length = [...password].length;
	const reveal = { show: said.show, hide: said.hide };
	return (
		<Sheet
			title={said.password}
			failure={failure}
			button={isBusy ? said.setting : said.set}
			isOff={isBusy || current === "" || length < min || length > max}
			onDo={() => change({ person, password, current })}
			onClose={onClose}
		>
			<input
				{...{ className: "sr", name: "username", autoComplete: "username" }}
				{...{ value: person, readOnly: true, tabIndex: -1 }}
				aria-label={said.name}
			/>
			<PasswordField
				{...{ ...reveal, name: "current", label: said.current }}
				autoComplete="current-password"
				onType={setCurrent}
			/>
			<PasswordField
				{...{ ...reveal, name: "next", label: said.next }}
				autoComplete="new-password"
				describedBy={id}
				onType={setPassword}
			/>
			<p id={id} className="q2">
				{said.rules}
			</p>
		</Sheet>
	);
}
