// Which columns does somebody want to see? Verdict, name, forecast and reason always; the others may go.

export const optional = [
	"lag",
	"spark",
	"in",
	"out",
	"holding",
	"members",
] as const;
export type Optional = (typeof optional)[number];

/** Null in the address is all of them. */
export function shownIn(text: string | null): readonly Optional[] {
	if (text === null) return optional;
	const named = text.split(",");
	return optional.filter((column) => named.includes(column));
}

export const printShown = (shown: readonly Optional[]): string | null =>
	shown.length === optional.length ? null : shown.join(",");

export const withoutOf = (text: string | null): string => {
	const shown = shownIn(text);
	return optional.filter((column) => !shown.includes(column)).join(" ");
};
