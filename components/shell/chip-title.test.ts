// Does a chip say what is wrong, and what the broker said?
import { expect, test } from "vitest";
import { trouble } from "#lib/core/trouble.ts";
import { wholeEn as en } from "#lib/say/en/spoken.tsx";
import { wholeKo as ko } from "#lib/say/ko/spoken.tsx";
import { titleOf } from "./chip-title.ts";

const broker = {
	...{ name: "orders", system: "log", address: "log://host:1", version: "4.3" },
	...{ everyMs: 5_000, heard: null, subscriptions: 0 },
	freshness: "silent" as const,
	...{ trouble: null, parts: [] },
};

test("a broker that is well has its address and its version, and nothing else", () => {
	expect(titleOf(en, broker)).toBe("orders\nlog://host:1\n4.3");
});

test("a broker in trouble says what is wrong, and in whose words", () => {
	const refused = trouble("sign-in refused", "WRONG_PASSWORD");
	expect(
		titleOf(en, { ...broker, trouble: refused })
			.split("\n")
			.slice(3),
	).toEqual([
		"orders refuses the user or the password",
		en.strip.said("WRONG_PASSWORD"),
	]);
});

test("each part in trouble is named in the reader's language", () => {
	const parts = [trouble("address not listed", "10.0.0.9:9092", "node 2")];
	const title = titleOf(ko, { ...broker, parts });
	expect(title).toContain(
		ko.strip.part("node 2", ko.troubles["address not listed"]),
	);
});
