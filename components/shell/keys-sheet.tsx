"use client";
// Which keys are there? A sheet over the page, closed by Escape or a click beside it.
import { useEffect, useRef } from "react";
import { useWords } from "#lib/say/speech.tsx";

export function KeysSheet(props: { readonly onClose: () => void }) {
	const { keys } = useWords();
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		dialog.current?.showModal();
	}, []);
	return (
		<dialog
			ref={dialog}
			className="sheet"
			aria-labelledby="keys-title"
			onClose={props.onClose}
		>
			<h2 id="keys-title" className="h-sec">
				{keys.title}
			</h2>
			<dl>
				{keys.rows.map(([press, does]) => (
					<div key={press}>
						<dt>
							{press.split(" ").map((key) => (
								<kbd key={key}>{key}</kbd>
							))}
						</dt>
						<dd>{does}</dd>
					</div>
				))}
			</dl>
			<form method="dialog">
				<button type="submit" className="btn small">
					{keys.close}
				</button>
			</form>
		</dialog>
	);
}
