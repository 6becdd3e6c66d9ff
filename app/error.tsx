"use client";
// What stands there when a page of ours breaks? A plain word and a way to try again, never what broke.
import { useWords } from "#lib/say/speech.tsx";

export default function Broken(props: {
	readonly error: Error & { digest?: string };
	readonly reset: () => void;
}) {
	const { trouble, problems } = useWords();
	const { digest, name } = props.error;
	// A page that stood open while the server was upgraded asks for parts that went with the old release.
	const isOld = name === "ChunkLoadError";
	return (
		<main id="content" className="nothing">
			<title>{`${trouble.title} · Tidemark`}</title>
			<h1>{trouble.title}</h1>
			<p role="alert">
				{isOld
					? trouble.partGone
					: problems.bug(digest === undefined ? {} : { id: digest })}
			</p>
			<button
				type="button"
				className="btn"
				onClick={isOld ? () => location.reload() : props.reset}
			>
				{isOld ? trouble.reload : trouble.again}
			</button>
		</main>
	);
}
