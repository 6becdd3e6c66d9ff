// Which scripts clean up a stream?
import { scriptsIn } from "../scripts.ts";

export const run = scriptsIn(new URL("./scripts/", import.meta.url), [
	...(["held", "remove", "trim", "count"] as const),
	...(["destroy", "restore", "redrive"] as const),
]);
