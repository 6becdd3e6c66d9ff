"use client";
// How does a page speak Korean? In a file of its own, so that a reader loads one language.
import type { ReactNode } from "react";
import { Speech } from "../speech.tsx";
import type { Words } from "../words/words.ts";
import { ko } from "./ko.ts";
import { koPages } from "./pages.ts";

export const wholeKo: Words = { ...ko, ...koPages };

export function SpokenKo(props: { readonly children: ReactNode }) {
	return <Speech value={wholeKo}>{props.children}</Speech>;
}
