"use client";
// How does a page speak English? In a file of its own, so that a reader loads one language.
import type { ReactNode } from "react";
import { en } from "./en.ts";
import { Speech } from "./speech.tsx";

export function SpokenEn(props: { readonly children: ReactNode }) {
	return <Speech value={en}>{props.children}</Speech>;
}
