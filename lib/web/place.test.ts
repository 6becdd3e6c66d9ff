// Does the web learn what may be changed, and change nothing where nobody said so?
import { expect, test } from "vitest";
import { placeFrom } from "./place.ts";

const given = (acting: unknown) =>
	placeFrom({ TIDEMARK_ACTING: JSON.stringify(acting) }).acting;
const nothing = { readOnlyBrokers: [], reasonRequired: false };

test.each([
	["all", { readOnly: false }, { ...nothing, readOnly: false }],
	["nothing", { readOnly: true }, { ...nothing, readOnly: true }],
	["nothing where it is not said", {}, { ...nothing, readOnly: true }],
	[
		"nothing for another word",
		{ readOnly: "false" },
		{ ...nothing, readOnly: true },
	],
	[
		"all but one broker, and with a reason",
		{ readOnly: false, readOnlyBrokers: ["old"], reasonRequired: true },
		{ readOnly: false, readOnlyBrokers: ["old"], reasonRequired: true },
	],
])("%s may be changed", (_, acting, told) => {
	expect(given(acting)).toEqual(told);
});

test("a web that was started without a word about it changes nothing", () => {
	expect(placeFrom({}).acting).toEqual({ ...nothing, readOnly: true });
});
