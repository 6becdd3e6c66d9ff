// Where is told who did what? Under an address of its own, which can be given to somebody else with its filter.
import { Suspense } from "react";
import { ActivityPage } from "./activity-page.tsx";

export default function Page() {
	return (
		<Suspense>
			<ActivityPage />
		</Suspense>
	);
}
