"use client";
// Which words does this part of the screen use? Those of the reader's language, from one context.
import { createContext, useContext } from "react";
import type { Words } from "./words.ts";

export const Speech = createContext<Words | null>(null);

export function useWords(): Words {
	const words = useContext(Speech);
	if (words === null) throw new Error("no language stands around this part");
	return words;
}
