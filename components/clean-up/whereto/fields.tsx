"use client";
// What has to be said of the place that was chosen? A length, a moment, a number, a group or a file.
import { msOfField } from "#components/ui/date-field.ts";
import { useWords } from "#lib/say/speech.tsx";
import { wholly } from "#lib/say/times.ts";
import type { TargetReply } from "#lib/wire/clean-up.ts";
import { type AgoUnit, agoMs, agoOf } from "./draft.ts";
import { FromFile } from "./from-file.tsx";
import { OtherGroup } from "./other-group.tsx";
import type { WheretoNow } from "./use-whereto.ts";

type Now = { readonly now: WheretoNow };

export function Fields(
	props: Now & { readonly targets: readonly TargetReply[] },
) {
	const { whereto: words } = useWords().cleanUp;
	const { now, targets } = props;
	switch (now.draft.place) {
		case "ago":
			return <Ago now={now} />;
		case "time":
			return <Moment now={now} />;
		case "shift":
			return <Shift now={now} />;
		case "exact":
			return (
				<div className="w-row">
					<Whole
						label={words.position}
						value={now.draft.exact}
						onType={(exact) => now.type({ exact })}
					/>
				</div>
			);
		case "group":
			return <OtherGroup now={now} targets={targets} />;
		case "listed":
			return <FromFile now={now} targets={targets} />;
		case "first":
		case "end":
			return null;
	}
}

const chipsMs = [900_000, 3_600_000, 6 * 3_600_000, 86_400_000];
const units: readonly AgoUnit[] = ["min", "h", "d"];

function Ago({ now }: Now) {
	const { cleanUp, numbers } = useWords();
	const { whereto: words } = cleanUp;
	const { draft } = now;
	const chosenMs = agoMs(draft);
	return (
		<div className="w-row">
			{chipsMs.map((ms) => (
				<button
					key={ms}
					type="button"
					className="btn small chip-ago"
					aria-pressed={ms === chosenMs}
					onClick={() => now.choose(agoOf(ms))}
				>
					{numbers.duration(ms / 1_000)}
				</button>
			))}
			<Whole
				label={words.otherAgo}
				value={draft.ago}
				onType={(ago) => now.type({ ago })}
			/>
			<select
				className="field unit"
				aria-label={words.units[draft.agoUnit]}
				value={draft.agoUnit}
				onChange={({ target }) => {
					const unit = units.find((it) => it === target.value);
					if (unit !== undefined) now.type({ agoUnit: unit });
				}}
			>
				{units.map((unit) => (
					<option key={unit} value={unit}>
						{words.units[unit]}
					</option>
				))}
			</select>
		</div>
	);
}

function Moment({ now }: Now) {
	const { cleanUp, numbers, language } = useWords();
	const { whereto: words } = cleanUp;
	const ms = msOfField(now.draft.at, numbers.zoneMs);
	return (
		<div className="w-row">
			<label>
				{words.timeIn(numbers.zone(ms ?? 0))}
				<input
					type="datetime-local"
					className="field"
					step="1"
					value={now.draft.at}
					aria-invalid={ms === null}
					onChange={({ target }) => now.type({ at: target.value })}
				/>
			</label>
			<output className="q">
				{ms !== null && `= ${wholly(ms, language, "UTC")}`}
			</output>
		</div>
	);
}

function Shift({ now }: Now) {
	const { whereto: words } = useWords().cleanUp;
	const { draft } = now;
	return (
		<div className="w-row">
			<select
				className="field unit"
				aria-label={draft.isForward ? words.forward : words.back}
				value={draft.isForward ? "forward" : "back"}
				onChange={({ target }) =>
					now.type({ isForward: target.value === "forward" })
				}
			>
				<option value="back">{words.back}</option>
				<option value="forward">{words.forward}</option>
			</select>
			<Whole
				label={words.byMany}
				value={draft.shift}
				onType={(shift) => now.type({ shift })}
			/>
		</div>
	);
}

const Whole = (props: {
	readonly label: string;
	readonly value: string;
	readonly onType: (value: string) => void;
}) => (
	<label>
		{props.label}
		<input
			className="field short"
			inputMode="decimal"
			autoComplete="off"
			spellCheck={false}
			value={props.value}
			onChange={({ target }) => props.onType(target.value)}
		/>
	</label>
);
