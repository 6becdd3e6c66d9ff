"use client";
// Does whoever looks see a part only? Told once, so that nobody takes a part for the whole.
import { useQuery } from "@tanstack/react-query";
import { scopeOf } from "#lib/core/rights.ts";
import { placeSaid } from "#lib/say/access-sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import { sessionAsked } from "#lib/wire/session-asked.ts";

export function Partly() {
	const me = useQuery(sessionAsked).data;
	const scope = me === undefined ? null : scopeOf(me.leave.rights, ["see"]);
	return scope && <Told scope={scope} />;
}

/** The words come late as well, and only for whom they are said. */
function Told(props: {
	readonly scope: NonNullable<ReturnType<typeof scopeOf>>;
}) {
	const words = useWords();
	const place = placeSaid(words, props.scope);
	return (
		place && (
			<p className="partly" title={words.access.seesOnly(place)}>
				{words.access.seesOnly(place)}
			</p>
		)
	);
}
