// Which scripts clean up a list?
import { scriptsIn } from "../scripts.ts";

export const run = scriptsIn(new URL("./scripts/", import.meta.url), [
	...(["survey", "move", "may"] as const),
]);
