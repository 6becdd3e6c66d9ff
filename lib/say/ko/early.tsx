"use client";
// How does the board speak Korean before anybody opens another page? Without the words of the others.
import type { ReactNode } from "react";
import { lately } from "../pages.ts";
import { Speech } from "../speech.tsx";
import { ko } from "./ko.ts";

const words = lately(ko, async () => (await import("./pages.ts")).koPages);

export function EarlyKo(props: { readonly children: ReactNode }) {
	return <Speech value={words}>{props.children}</Speech>;
}
