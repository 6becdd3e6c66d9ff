// Who writes reviews until it is killed? A process of its own, which goes on where the file says that it was.
import { openStore } from "../../../open.ts";
import { reviewAt, toldIn } from "./reviews.ts";

const [folder = ""] = process.argv.slice(2);
const store = await openStore(folder);

for (let n = (await toldIn(store)).firing + 1; ; n++)
	await store.alerts.reviewed(reviewAt(n));
