"use client";
// How does somebody mute the alerts of what a page is about?
import { glyphs, Icon } from "#components/ui/icon.tsx";
import { amongOf } from "#lib/core/alert/among.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";
import { openMuting } from "./muting.ts";
import { useMayNot, useMayTend } from "./use-may-tend.ts";

export function MuteButton(props: { readonly row: RowReply }) {
	const { alerts } = useWords();
	const mayTend = useMayTend();
	const mayNot = useMayNot();
	return (
		<button
			type="button"
			className="btn bare"
			aria-disabled={mayTend !== true}
			title={mayNot ?? undefined}
			onClick={() => mayTend && openMuting([amongOf(props.row)])}
		>
			<Icon path={glyphs.mute} />
			{alerts.mute}
		</button>
	);
}
