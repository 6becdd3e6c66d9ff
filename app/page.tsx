// Where does the board live? At the root; the page itself asks for what stands on it.
import { Suspense } from "react";
import { BoardPage } from "./board-page.tsx";

export default function Page() {
	return (
		<Suspense>
			<BoardPage />
		</Suspense>
	);
}
