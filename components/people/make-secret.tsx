"use client";
// How is a token made, or a link for a wall? What it is for, what it may and for how long; then it is shown once.
import { useId, useState } from "react";
import { isPersonName, tokenDaysMax } from "#lib/core/people/people.ts";
import { useWords } from "#lib/say/speech.tsx";
import { RoleChoice } from "./role-choice.tsx";
import { Sheet, ShownOnce } from "./sheet.tsx";
import { useChange } from "./use-change.ts";

const usualDays = 90;

export function MakeSecret(props: {
	readonly of: "tokens" | "links";
	readonly roles: readonly string[];
	/** What is copied, made of what the server answered. */
	readonly linkOf: (secret: string) => string;
	readonly onClose: () => void;
}) {
	const { access } = useWords();
	const { of, onClose } = props;
	const said = access[of];
	const id = useId();
	const [typed, setTyped] = useState("");
	const [days, setDays] = useState(String(usualDays));
	const [chosen, setChosen] = useState<readonly string[]>(
		props.roles.filter((role) => role === "viewer"),
	);
	const [secret, setSecret] = useState<string | null>(null);
	const { change, isBusy, failure } = useChange(setSecret);
	const name = typed.trim().normalize("NFC");
	const isName = isPersonName(name);
	const lasting = Number(days);
	const isLasting =
		Number.isInteger(lasting) && lasting >= 1 && lasting <= tokenDaysMax;
	const make = () => {
		const body = { roles: chosen, days: lasting };
		change(
			of === "tokens"
				? { post: "/api/tokens", body: { ...body, name } }
				: { post: "/api/links", body: { ...body, person: name } },
		);
	};
	if (secret !== null)
		return (
			<ShownOnce
				title={said.made(name)}
				means={said.madeMeans}
				text={props.linkOf(secret)}
				onClose={onClose}
			/>
		);
	return (
		<Sheet
			title={said.makeTitle}
			failure={failure}
			button={isBusy ? said.making : said.makeButton}
			isOff={isBusy || !isName || !isLasting || chosen.length === 0}
			onDo={make}
			onClose={onClose}
		>
			<div className="named">
				<label htmlFor={`${id}-name`}>{said.name}</label>
				<input
					id={`${id}-name`}
					value={typed}
					maxLength={64}
					{...{ autoComplete: "off", spellCheck: false }}
					aria-invalid={typed.trim() !== "" && !isName}
					aria-describedby={`${id}-rule`}
					onChange={({ target }) => setTyped(target.value)}
				/>
				<p id={`${id}-rule`} className="q">
					{access.nameRule}
				</p>
			</div>
			<RoleChoice
				legend={said.roles}
				{...{ roles: props.roles, chosen, onChoose: setChosen }}
			/>
			<div className="named people-days">
				<label htmlFor={`${id}-days`}>{said.days}</label>
				<input
					id={`${id}-days`}
					inputMode="numeric"
					value={days}
					maxLength={3}
					autoComplete="off"
					aria-invalid={!isLasting}
					onChange={({ target }) => setDays(target.value)}
				/>
				<p className="q">{access.daysRule(tokenDaysMax)}</p>
			</div>
		</Sheet>
	);
}
