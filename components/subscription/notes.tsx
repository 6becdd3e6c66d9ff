// What else did the broker show that the numbers alone do not tell?
import { noteSentence } from "#lib/say/sentence.ts";
import { useWords } from "#lib/say/speech.tsx";
import type { RowReply } from "#lib/wire/board.ts";

export function Notes(props: { readonly notes: RowReply["notes"] }) {
	const words = useWords();
	if (props.notes.length === 0) return null;
	return (
		<ul className="s-notes">
			{props.notes.map((note) => (
				<li key={note.code}>{noteSentence(words, note)}</li>
			))}
		</ul>
	);
}
