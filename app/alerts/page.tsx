// Where is told what fires? Under an address of its own, which can be given to somebody else with its rule.
import { Suspense } from "react";
import { AlertsPage } from "./alerts-page.tsx";

export default function Page() {
	return (
		<Suspense>
			<AlertsPage />
		</Suspense>
	);
}
