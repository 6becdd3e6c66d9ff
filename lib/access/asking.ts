// May somebody ask for this? Asked by the web before an errand is written and by the collector before it is run.
import { showsContents, type Wish } from "#lib/core/errand.ts";
import { type Act, may } from "./roles.ts";

function actsFor(wish: Wish): readonly Act[] {
	if (wish.verb === "try") return ["administer"];
	return showsContents(wish) ? ["look", "see contents"] : ["look"];
}

export const mayAsk = (role: string, wish: Wish): boolean =>
	actsFor(wish).every((act) => may(role, act));
