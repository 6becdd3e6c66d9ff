"use client";
// How does a page speak English? In a file of its own, so that a reader loads one language.
import type { ReactNode } from "react";
import { Speech } from "../speech.tsx";
import type { Words } from "../words/words.ts";
import { en } from "./en.ts";
import { enPages } from "./pages.ts";

export const wholeEn: Words = { ...en, ...enPages };

export function SpokenEn(props: { readonly children: ReactNode }) {
	return <Speech value={wholeEn}>{props.children}</Speech>;
}
