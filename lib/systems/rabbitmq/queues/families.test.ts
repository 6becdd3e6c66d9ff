// Are queues with names that the server made up one family, and others not drawn into it?
import { expect, test } from "vitest";
import { familiesIn } from "./families.ts";

test("made-up names are one family, in each virtual host one", () => {
	const made = [
		"amq.gen-JzTY20BRgKO-HjmUJj0wLg",
		"amq.gen-bSNg9dUnlTHvOqp7f_Yj0A",
	];
	const names = [
		...made,
		`shop/${made[0]}`,
		"amq.gen-short",
		"mail-1",
		"mail-2",
		"alone",
	];
	expect(Object.fromEntries(familiesIn(names))).toEqual({
		...Object.fromEntries(made.map((name) => [name, "amq.gen-*"])),
		[`shop/${made[0]}`]: "shop/amq.gen-*",
		...{ "mail-1": "mail-*", "mail-2": "mail-*" },
	});
});
