"use client";
// How does a page speak Korean? In a file of its own, so that a reader loads one language.
import type { ReactNode } from "react";
import { ko } from "./ko.ts";
import { Speech } from "./speech.tsx";

export function SpokenKo(props: { readonly children: ReactNode }) {
	return <Speech value={ko}>{props.children}</Speech>;
}
