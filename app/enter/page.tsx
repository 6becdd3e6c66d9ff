// Where does an entry link lead? Here; the key stands behind the hash, which no server sees.
import type { Metadata } from "next";
import { Enter } from "#components/entry/enter.tsx";
import { Bar } from "#components/shell/bar.tsx";

export const metadata: Metadata = {
	title: "Tidemark",
	referrer: "no-referrer",
};

export default function Page() {
	return (
		<>
			<Bar asking={null} stale={false} />
			<main id="content">
				<Enter />
			</main>
		</>
	);
}
