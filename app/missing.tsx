"use client";
// What is said at an address that is no page?
import Link from "next/link";
import { Bar } from "#components/shell/bar.tsx";
import { useWords } from "#lib/say/speech.tsx";

export function Missing() {
	const { trouble } = useWords();
	return (
		<>
			<Bar asking={null} stale={false} />
			<title>{`${trouble.missingPage} · Tidemark`}</title>
			<main id="content" className="nothing">
				<h1>{trouble.missingPage}</h1>
				<Link className="btn" href="/" prefetch={false}>
					{trouble.toBoard}
				</Link>
			</main>
		</>
	);
}
