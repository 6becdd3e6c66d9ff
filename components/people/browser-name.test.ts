// Is a browser told by its name, its version and its system, and everything else as it came?
import { expect, test } from "vitest";
import { browserName } from "./browser-name.ts";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
	[
		`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/142.0.0.0 Safari/537.36`,
		"Chrome 142, Linux",
	],
	[
		`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`,
		"Edge 142, Windows",
	],
	[
		"Mozilla/5.0 (Macintosh; Intel Mac OS X 14.1; rv:145.0) Gecko/20100101 Firefox/145.0",
		"Firefox 145, macOS",
	],
	[
		"Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
		"Safari 19, iOS",
	],
	[
		`Mozilla/5.0 (Linux; Android 16; K) ${webkit} Chrome/142.0.0.0 Mobile Safari/537.36`,
		"Chrome 142, Android",
	],
	["curl/8.5.0", "curl/8.5.0"],
	["tidemark", "tidemark"],
	["", ""],
])("%s", (told, name) => {
	expect(browserName(told)).toBe(name);
});
