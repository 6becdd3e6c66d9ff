"use client";
// What stands in the box, where is the caret, and does somebody want suggestions? Told by the box itself, from its first focus on.
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Written } from "./completion.ts";

export type Box = RefObject<HTMLInputElement | null>;

const nothing: Written = { text: "", caret: null };

function writtenIn({ current }: Box): Written {
	if (current === null) return nothing;
	const { value, selectionStart, selectionEnd } = current;
	const caret = selectionStart === selectionEnd ? selectionStart : null;
	return { text: value, caret };
}

export function useWritten(
	box: Box,
	hasTyped: () => boolean,
	onKey: (event: KeyboardEvent) => void,
) {
	const [written, setWritten] = useState<Written>(nothing);
	const [open, setOpen] = useState(false);
	const isComposing = useRef(false);
	const latest = useRef({ hasTyped, onKey });
	useEffect(() => {
		latest.current = { hasTyped, onKey };
	});
	useEffect(() => {
		const input = box.current;
		if (input === null) return;
		const read = () => setWritten(writtenIn(box));
		/** An empty box shows what there is; marked or finished text is left alone. */
		const enter = () => {
			read();
			setOpen(input.value === "");
		};
		const type = () => {
			read();
			setOpen(true);
		};
		const move = () => {
			if (document.activeElement === input) read();
		};
		const leave = () => setOpen(false);
		const compose = () => {
			isComposing.current = true;
		};
		const composed = () => {
			isComposing.current = false;
		};
		// The key that ends a syllable must not choose anything.
		const press = (event: KeyboardEvent) => {
			if (!event.isComposing && event.keyCode !== 229)
				latest.current.onKey(event);
		};
		// Somebody came, and may have typed, while the list was on its way.
		if (document.activeElement === input) {
			enter();
			if (latest.current.hasTyped()) setOpen(true);
		}
		const gone = new AbortController();
		const { signal } = gone;
		input.addEventListener("focus", enter, { signal });
		input.addEventListener("input", type, { signal });
		input.addEventListener("blur", leave, { signal });
		input.addEventListener("keydown", press, { signal });
		input.addEventListener("compositionstart", compose, { signal });
		input.addEventListener("compositionend", composed, { signal });
		document.addEventListener("selectionchange", move, { signal });
		return () => gone.abort();
	}, [box]);
	return { written, setWritten, open, setOpen, isComposing };
}
