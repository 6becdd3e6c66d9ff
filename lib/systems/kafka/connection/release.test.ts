// Is a release told where it is sure, and nowhere else?
import { expect, test } from "vitest";
import { releaseIn, releaseOfAll } from "./release.ts";

const understands = (maxVersion: number) => [
	{ name: "group.version", maxVersion: 1 },
	{ name: "metadata.version", maxVersion },
];

test.each([
	["a release is known by the last it understands", understands(30), "4.3"],
	["so is an older one", understands(21), "3.9"],
	["one that is newer than all of ours is not", understands(31), null],
	["one between two releases is not", understands(23), null],
	["a system that says nothing of it is of no release", [], null],
])("%s", (_title, features, release) => {
	expect(releaseIn(features)).toBe(release);
});

test.each([
	["nodes that are alike have one", ["4.3", "4.3"], "4.3"],
	[
		"nodes that differ have the oldest and the newest",
		["4.10", "3.9", "4.3"],
		"3.9 – 4.10",
	],
	["where one is of no release, nobody can say", ["4.3", null], null],
	["where nobody has answered, neither", [], null],
])("%s", (_title, releases, release) => {
	expect(releaseOfAll(releases)).toBe(release);
});
