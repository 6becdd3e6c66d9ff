"use client";
// Who, what, where, how it ended and since when? Five choices that stand in the address.
import { useId } from "react";
import { useWords } from "#lib/say/speech.tsx";
import {
	type ActivityAddress,
	deeds,
	isFiltered,
	spans,
	stateChoices,
	type useActivityAddress,
} from "./address.ts";

type Choices = Readonly<Record<string, string>>;

export function Filters(props: {
	readonly address: ActivityAddress;
	readonly set: ReturnType<typeof useActivityAddress>["set"];
}) {
	const { activity: said, cleanUp } = useWords();
	const { address, set } = props;
	const named = <K extends string>(keys: readonly K[], of: Record<K, string>) =>
		Object.fromEntries(keys.map((key) => [key, of[key]]));
	return (
		<search className="activity-filters" aria-label={said.filters}>
			<Choice
				label={said.action}
				any={said.any}
				value={address.action ?? ""}
				choices={named(deeds, said.actions)}
				onChoose={(value) =>
					void set({ action: deeds.find((it) => it === value) ?? null })
				}
			/>
			<Choice
				label={said.state}
				any={null}
				value={address.state}
				choices={named(stateChoices, {
					...cleanUp.course.states,
					...{ begun: said.begun, all: said.any },
				})}
				onChoose={(value) =>
					void set({ state: stateChoices.find((it) => it === value) ?? null })
				}
			/>
			<Typed
				label={said.by}
				value={address.by}
				onType={(by) => void set({ by })}
			/>
			<Typed
				label={said.broker}
				value={address.broker}
				onType={(broker) => void set({ broker })}
			/>
			<Choice
				label={said.since}
				any={null}
				value={address.since}
				choices={said.spans}
				onChoose={(value) =>
					void set({ since: spans.find((it) => it === value) ?? null })
				}
			/>
			{isFiltered(address) && (
				<button
					type="button"
					className="btn small bare"
					onClick={() =>
						void set({
							...{ by: null, broker: null, state: null },
							...{ action: null, since: null },
						})
					}
				>
					{said.clear}
				</button>
			)}
		</search>
	);
}

function Choice(props: {
	readonly label: string;
	/** What stands for no choice; null where one is always made. */
	readonly any: string | null;
	readonly value: string;
	readonly choices: Choices;
	readonly onChoose: (value: string) => void;
}) {
	const { label, any, value, choices, onChoose } = props;
	const id = useId();
	return (
		<span className="activity-filter">
			<label htmlFor={id}>{label}</label>
			<select
				id={id}
				value={value}
				onChange={({ target }) => onChoose(target.value)}
			>
				{any !== null && <option value="">{any}</option>}
				{Object.entries(choices).map(([key, said]) => (
					<option key={key} value={key}>
						{said}
					</option>
				))}
			</select>
		</span>
	);
}

function Typed(props: {
	readonly label: string;
	readonly value: string;
	readonly onType: (value: string | null) => void;
}) {
	const { label, value, onType } = props;
	const id = useId();
	return (
		<span className="activity-filter">
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				type="search"
				value={value}
				maxLength={200}
				{...{ spellCheck: false, autoComplete: "off" }}
				onChange={({ target }) =>
					onType(target.value === "" ? null : target.value)
				}
			/>
		</span>
	);
}
