// How is something that was done told? A clean-up as in its own dialog, and a change by its parts.
import type { ComponentType, ReactNode } from "react";
import { brief } from "#lib/say/name.ts";
import type { Words } from "#lib/say/words/words.ts";
import type { DoneReply } from "#lib/wire/activity.ts";
import type { CleanUpReply } from "#lib/wire/clean-up.ts";
import { changeTold } from "./change.tsx";
import { Named } from "./named.tsx";

/** How one clean-up is told: what draws its dialog knows. */
export type Telling = {
	what(words: Words, errand: CleanUpReply): string;
	inWords(words: Words, errand: CleanUpReply): string;
	readonly Undo: ComponentType<{
		readonly errand: CleanUpReply;
		readonly nowMs: number;
	}>;
	readonly Detail: ComponentType<{ readonly errand: CleanUpReply }>;
};

/** What the cells of one line say, and what stands under it. */
export type Told = {
	readonly by: string;
	readonly what: string;
	readonly inWords: string;
	readonly where: ReactNode;
	readonly undo: ReactNode;
	readonly detail: ReactNode;
};

export function toldOf(
	words: Words,
	errand: DoneReply,
	telling: Telling,
	nowMs: number,
): Told {
	if (errand.verb !== "clean up") return changeTold(words, errand, nowMs);
	return {
		by: errand.undertaking?.approval?.by ?? errand.by,
		what: telling.what(words, errand),
		inWords: telling.inWords(words, errand),
		where: whereOf(words, errand),
		undo: <telling.Undo errand={errand} nowMs={nowMs} />,
		detail: <telling.Detail errand={errand} />,
	};
}

function whereOf({ activity }: Words, errand: CleanUpReply): ReactNode {
	const targets = errand.undertaking?.targets ?? [];
	const [first] = targets;
	if (first === undefined)
		return errand.filter === null ? null : <code>{brief(errand.filter)}</code>;
	return (
		<>
			<Named {...first.subscription} />
			{targets.length > 1 && ` ${activity.others(targets.length - 1)}`}
		</>
	);
}
