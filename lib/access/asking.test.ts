// Does each wish need the right it should, and contents one of their own?
import { expect, test } from "vitest";
import type { Wish } from "#lib/core/errand.ts";
import { anyPending } from "#lib/core/pending.ts";
import { mayAsk } from "./asking.ts";
import { roles } from "./roles.ts";

const look: Wish = {
	...{ verb: "look", subscription: "a", part: "members", sort: "lag" },
	...{ offset: 0, limit: 10, pending: null },
};
const pending: Wish = { ...look, part: "pending", pending: anyPending };
const contents: Wish = {
	...pending,
	pending: { ...anyPending, contents: true },
};

test.each([
	["members", look, ["viewer", "operator", "visitor", "admin"]],
	["what is held", pending, ["viewer", "operator", "visitor", "admin"]],
	["what messages say", contents, ["visitor", "admin"]],
])("a look at %s is for those whose role has it", (_what, wish, allowed) => {
	expect(roles.filter((role) => mayAsk(role, wish))).toEqual(allowed);
});

test("a role nobody has heard of asks for nothing", () => {
	for (const role of ["emperor", "", "__proto__"])
		for (const wish of [look, pending, contents])
			expect(mayAsk(role, wish)).toBe(false);
});

test.each(roles.map((role) => [role, role === "admin"] as const))(
	"an address is tried for a %s: %s",
	(role, allowed) => {
		expect(mayAsk(role, { verb: "try", address: null })).toBe(allowed);
	},
);
