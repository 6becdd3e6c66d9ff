// Where is told who may come in? Under an address of its own; whoever tends nobody sees their own account there.
import { Suspense } from "react";
import { PeoplePage } from "./people-page.tsx";

export default function Page() {
	return (
		<Suspense>
			<PeoplePage />
		</Suspense>
	);
}
