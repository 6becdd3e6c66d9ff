// Where does the board live? At the root; the page itself asks for what stands on it. The wall is another view of it.
import type { Metadata } from "next";
import { Suspense } from "react";
import { BoardPage } from "./board-page.tsx";
import { WallView } from "./wall-view.tsx";

/** Told here, since a title inside what waits for its words goes with it and does not come back. */
export const metadata: Metadata = { title: "Tidemark" };

export default async function Page(props: {
	readonly searchParams: Promise<Readonly<Record<string, unknown>>>;
}) {
	const { view } = await props.searchParams;
	if (view === "wall") return <WallView />;
	return (
		<Suspense>
			<BoardPage />
		</Suspense>
	);
}
