"use client";
// What does a key do? What the table says, while nobody types, composes, holds a modifier or has a sheet before the page.
import { useEffect, useRef } from "react";
import { keepChoice } from "./cookie.ts";
// Only its types: the table itself comes with the sheet.
import type { Press } from "./key-table.ts";

export type Keys = Readonly<
	Partial<Record<Press, (event: KeyboardEvent) => void>>
>;

const types = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement &&
	(target.isContentEditable ||
		["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

type Pressed = Pick<
	KeyboardEvent,
	"key" | "code" | "shiftKey" | "ctrlKey" | "metaKey"
>;

/** On a Korean layout the same key gives a jamo: only then its place on the keyboard decides. */
function latinOf({ key, code, shiftKey }: Pressed): string {
	const isNamed = key.length > 1 && key !== "Process" && key !== "Unidentified";
	if (isNamed || /^[\x20-\x7e]$/.test(key)) return key;
	if (code === "Slash") return shiftKey ? "?" : "/";
	const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? [];
	if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
	return digit !== undefined && !shiftKey ? digit : key;
}

export function pressOf(event: Pressed): string {
	const latin = latinOf(event);
	return event.ctrlKey || event.metaKey ? `Ctrl ${latin.toUpperCase()}` : latin;
}

/** Those that somebody may strike without meaning a command; they can be switched off. */
export const isCharacter = (press: string): boolean =>
	/^.(?: .)?$/u.test(press);

const offCookie = "tidemark-keys";

export const areSingleKeysOn = (): boolean =>
	!document.cookie.split("; ").includes(`${offCookie}=off`);

export const switchSingleKeys = (on: boolean): void =>
	keepChoice(offCookie, on ? "on" : "off");

/** A pair is two keys with a space, "g b", the second within a second of the first. */
export function useKeys(keys: Keys): void {
	const latest = useRef(keys);
	useEffect(() => {
		latest.current = keys;
	});
	useEffect(() => {
		let first = { press: "", atMs: Number.NEGATIVE_INFINITY };
		const pressed = (event: KeyboardEvent) => {
			if (event.defaultPrevented || event.isComposing || event.altKey) return;
			if (document.querySelector(":modal") !== null) return;
			const press = pressOf(event);
			const isChord = press.startsWith("Ctrl ");
			if (!isChord && types(event.target)) return;
			if (isCharacter(press) && !areSingleKeysOn()) return;
			const near = event.timeStamp - first.atMs < 1_000;
			// The type of `keys` knows the table, an event does not.
			const known: Readonly<
				Record<string, ((event: KeyboardEvent) => void) | undefined>
			> = latest.current;
			const pair = near ? known[`${first.press} ${press}`] : undefined;
			const act = pair ?? known[press];
			first = { press, atMs: event.timeStamp };
			if (act === undefined) return;
			event.preventDefault();
			act(event);
		};
		document.addEventListener("keydown", pressed);
		return () => document.removeEventListener("keydown", pressed);
	}, []);
}
