// Does no name of a queue lead to anything else?
import { expect, test } from "vitest";
import { asking, pathOf } from "./paths.ts";

test("names are steps of a path of their own, whatever they hold", () => {
	expect(pathOf("queues", "/", "a/b?c#d%2F..")).toBe(
		"/api/queues/%2F/a%2Fb%3Fc%23d%252F..",
	);
});

test.each(["", ".", "..", "\ud800"])("nothing is asked about %j", (name) => {
	expect(() => pathOf("queues", "/", name)).toThrow("name leads elsewhere");
	expect(() => pathOf("queues", name, "orders")).toThrow();
});

test("what has no value is not asked", () => {
	const questions = { page: 1, columns: "a,b", name: null };
	expect(asking("/api/queues", questions)).toBe(
		"/api/queues?page=1&columns=a%2Cb",
	);
});
