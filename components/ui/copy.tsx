"use client";
// How is a text taken along? One button that says when it was copied.
import { useState } from "react";
import { glyphs, Icon } from "./icon.tsx";

export function Copy(props: {
	readonly text: string;
	readonly copy: string;
	readonly copied: string;
}) {
	const [done, setDone] = useState(false);
	const take = async () => {
		try {
			await navigator.clipboard.writeText(props.text);
			setDone(true);
		} catch {
			setDone(false);
		}
	};
	return (
		<button type="button" className="btn small bare" onClick={take}>
			<Icon path={done ? glyphs.check : glyphs.copy} />
			<span aria-live="polite">{done ? props.copied : props.copy}</span>
		</button>
	);
}
