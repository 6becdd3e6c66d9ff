"use client";
// Which words does this part of the screen use? Those of the reader's language, with times in the reader's zone.
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useZone } from "./use-zone.ts";
import type { Words } from "./words/words.ts";

const SpokenHere = createContext<Words | null>(null);

export function Speech(props: {
	readonly value: Words;
	readonly children: ReactNode;
}) {
	const { value, children } = props;
	const zone = useZone();
	// Another object for another zone, so that whatever has told a time tells it again; words that come late stay late.
	const spoken = useMemo(
		(): { readonly zone: string | undefined; readonly words: Words } => ({
			...{ zone, words: Object.create(value) },
		}),
		[value, zone],
	);
	return <SpokenHere value={spoken.words}>{children}</SpokenHere>;
}

export function useWords(): Words {
	const words = useContext(SpokenHere);
	if (words === null) throw new Error("no language stands around this part");
	return words;
}
