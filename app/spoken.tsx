"use client";
// In which language does every page speak? In the reader's; the words of the others are not even fetched.
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { Language } from "#lib/say/language.ts";

const speakers = {
	en: dynamic(() =>
		import("#lib/say/en/early.tsx").then(({ EarlyEn }) => EarlyEn),
	),
	ko: dynamic(() =>
		import("#lib/say/ko/early.tsx").then(({ EarlyKo }) => EarlyKo),
	),
};

export function Spoken(props: {
	readonly language: Language;
	readonly children: ReactNode;
}) {
	const Speaker = speakers[props.language];
	return <Speaker>{props.children}</Speaker>;
}

/** Each language and each page needs these: named here they come once, with the frame, and not with both. */
export { amount, count } from "#lib/say/numbers.ts";
export { problemSentence, troubleSentence } from "#lib/say/sentence.ts";
export { clock, duration, moment, precisely, span } from "#lib/say/times.ts";
