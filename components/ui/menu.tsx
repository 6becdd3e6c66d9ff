"use client";
// What opens over a page from a button, and closes by Escape or a click beside it? The browser's own popover, put next to its button.
import { type ReactNode, Suspense, useId, useRef, useState } from "react";

const gapPx = 6;
type Place = { readonly right: number; readonly bottom: number };

export function Menu(props: {
	readonly label: string;
	/** Drawn, and fetched if need be, once it is opened. */
	readonly children: ReactNode;
}) {
	const id = useId();
	const button = useRef<HTMLButtonElement>(null);
	const [place, setPlace] = useState<Place | null>(null);
	const settle = () => {
		const box = button.current?.getBoundingClientRect();
		if (!box) return;
		const { clientWidth, clientHeight } = document.documentElement;
		setPlace({
			right: Math.max(gapPx, clientWidth - box.right),
			bottom: Math.max(gapPx, clientHeight - box.top + gapPx),
		});
	};
	return (
		<>
			<button ref={button} type="button" popoverTarget={id} onClick={settle}>
				{props.label}
			</button>
			<div
				id={id}
				popover="auto"
				className="menu"
				role="dialog"
				aria-label={props.label}
				style={place ?? {}}
			>
				{place && <Suspense>{props.children}</Suspense>}
			</div>
		</>
	);
}
