"use client";
// What stands in the box, where is the caret, and does somebody want suggestions? Told by the box itself, from its first focus on.
import {
	type RefObject,
	useEffect,
	useLayoutEffect,
	useRef,
	useState,
} from "react";
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
	text: string,
	hasTyped: () => boolean,
	onKey: (event: KeyboardEvent) => void,
) {
	const [written, setWritten] = useState<Written>(nothing);
	const [open, setOpen] = useState(false);
	const isComposing = useRef(false);
	const latest = useRef({ hasTyped, onKey });
	useLayoutEffect(() => {
		latest.current = { hasTyped, onKey };
	});
	// Follows the text that was drawn: whoever draws the box again while its own event is still on the way takes the letter back.
	useLayoutEffect(() => {
		const input = box.current;
		if (input === null || document.activeElement !== input) return;
		if (input.value === text) setWritten(writtenIn(box));
		if (text === "" || latest.current.hasTyped()) setOpen(true);
	}, [box, text]);
	useEffect(() => {
		const input = box.current;
		if (input === null) return;
		const read = () => {
			if (document.activeElement === input) setWritten(writtenIn(box));
		};
		/** An empty box shows what there is; marked or finished text is left alone. */
		const enter = () => {
			read();
			setOpen(input.value === "");
		};
		const leave = () => setOpen(false);
		const compose = ({ type }: Event) => {
			isComposing.current = type === "compositionstart";
		};
		// The key that ends a syllable must not choose anything.
		const press = (event: KeyboardEvent) => {
			if (!event.isComposing && event.keyCode !== 229)
				latest.current.onKey(event);
		};
		const gone = new AbortController();
		const { signal } = gone;
		input.addEventListener("focus", enter, { signal });
		input.addEventListener("blur", leave, { signal });
		input.addEventListener("keydown", press, { signal });
		input.addEventListener("compositionstart", compose, { signal });
		input.addEventListener("compositionend", compose, { signal });
		document.addEventListener("selectionchange", read, { signal });
		return () => gone.abort();
	}, [box]);
	return { written, setWritten, open, setOpen, isComposing };
}
