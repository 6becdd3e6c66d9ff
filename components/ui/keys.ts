"use client";
// What does a single key do? Nothing while somebody types or holds a modifier.
import { useEffect, useRef } from "react";

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const types = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement &&
	(target.isContentEditable ||
		["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** A pair is two keys with a space, "g b", the second within a second of the first. */
export function useKeys(keys: Keys): void {
	const latest = useRef(keys);
	useEffect(() => {
		latest.current = keys;
	});
	useEffect(() => {
		let first = { key: "", atMs: Number.NEGATIVE_INFINITY };
		const pressed = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey) return;
			if (event.defaultPrevented || types(event.target)) return;
			const near = event.timeStamp - first.atMs < 1_000;
			const pair = near ? latest.current[`${first.key} ${event.key}`] : null;
			const act = pair ?? latest.current[event.key];
			first = { key: event.key, atMs: event.timeStamp };
			if (act === undefined) return;
			event.preventDefault();
			act(event);
		};
		document.addEventListener("keydown", pressed);
		return () => document.removeEventListener("keydown", pressed);
	}, []);
}
