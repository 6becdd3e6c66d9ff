"use client";
// What opens over a page from a button, and closes by Escape or a click beside it? The browser's own popover, put next to its button.
import { type ReactNode, Suspense, useId, useRef, useState } from "react";

const gapPx = 6;
type Place = { readonly right: number } & (
	| { readonly bottom: number }
	| { readonly top: number }
);

export function Menu(props: {
	readonly label: string;
	readonly className?: string;
	/** What stands on the button and names it, where that is not its label. */
	readonly face?: ReactNode;
	/** Drawn, and fetched if need be, once it is opened. */
	readonly children: ReactNode;
}) {
	const { label, className, face } = props;
	const id = useId();
	const button = useRef<HTMLButtonElement>(null);
	const [place, setPlace] = useState<Place | null>(null);
	const settle = () => {
		const box = button.current?.getBoundingClientRect();
		if (!box) return;
		const { clientWidth, clientHeight } = document.documentElement;
		const right = Math.max(gapPx, clientWidth - box.right);
		setPlace(
			// Away from the edge that its button stands at.
			box.bottom < clientHeight / 2
				? { right, top: box.bottom + gapPx }
				: { right, bottom: Math.max(gapPx, clientHeight - box.top + gapPx) },
		);
	};
	return (
		<>
			<button
				ref={button}
				type="button"
				className={className}
				popoverTarget={id}
				onClick={settle}
				{...(face === undefined ? {} : { title: label })}
			>
				{face ?? label}
			</button>
			<div
				id={id}
				popover="auto"
				className="menu"
				role="dialog"
				aria-label={label}
				style={place ?? {}}
			>
				{place && <Suspense>{props.children}</Suspense>}
			</div>
		</>
	);
}
