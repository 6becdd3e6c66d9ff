"use client";
// How does the board speak English before anybody opens another page? Without the words of the others.
import type { ReactNode } from "react";
import { lately } from "../pages.ts";
import { Speech } from "../speech.tsx";
import { en } from "./en.ts";

const words = lately(en, async () => (await import("./pages.ts")).enPages);

export function EarlyEn(props: { readonly children: ReactNode }) {
	return <Speech value={words}>{props.children}</Speech>;
}
