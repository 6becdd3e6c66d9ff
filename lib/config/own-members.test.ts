// Is what may be configured about members read as it was written, and is each mistake told?
import { expect, test } from "vitest";
import { outletKinds } from "#lib/alerts/register.ts";
import { parseAddress } from "#lib/systems/address.ts";
import { systems } from "#lib/systems/index.ts";
import { loadConfiguration } from "./load.ts";

/** Of a system that has such a setting. */
const scheme =
	systems
		.filter((it) => it.settings(() => null).safeParse({ members: {} }).success)
		.flatMap(({ words }) => parseAddress(words.example) ?? [])
		.at(0)?.scheme ?? "";

function under(lines: string) {
	const text = `brokers:\n  a:\n    address: ${scheme}://h\n${lines}`;
	const { configuration, mistakes } = loadConfiguration({
		...{ argv: [], env: {}, cwd: "/home", systems, outletKinds },
		read: (file) => (file === "/home/tidemark.yaml" ? text : null),
	});
	const settings: unknown = configuration?.brokers[0]?.settings;
	return { members: Reflect.get(Object(settings), "members"), mistakes };
}

const patienceIn = (lines: string, group: string): unknown =>
	under(lines).members.patienceMs(group);
const list =
	"    members:\n      patience:\n        nightly-*: 26h\n        '*': 10m\n";

test.each([
	["    members: { patience: 10m }\n", "any", 600_000],
	["    members: { patience: 90 s }\n", "any", 90_000],
	["    members: { patience: 2d }\n", "any", 172_800_000],
	[list, "nightly-reports", 93_600_000],
	[list, "billing", 600_000],
	["    members: { patience: { billing: 1h } }\n", "other", null],
	["    members: { named: billing }\n", "billing", null],
])("%j gives %s a patience of %s ms", (lines, group, ms) => {
	expect(patienceIn(lines, group)).toBe(ms);
});

test("the shortest decides how often anybody is asked", () => {
	expect(under(list).members.shortestMs).toBe(600_000);
	expect(under("    members: {}\n").members.shortestMs).toBeNull();
});

test("whose connections bear names is a pattern or a list of them, and nobody's when nothing is said", () => {
	const named = "    members: { named: [pay-*, billing] }\n";
	const { named: fits } = under(named).members;
	expect(["pay-1", "billing", "other"].map(fits)).toEqual([true, true, false]);
	expect(under("    members: {}\n").members.named("any")).toBe(false);
});

const say = "write a whole number and a unit (s, m, h or d), such as 10m";
test.each([
	["    members: { patience: soon }\n", "patience", say],
	["    members: { patience: 0m }\n", "patience", say],
	["    members: { patience: { a: 5 } }\n", "patience.a", say],
	[
		"    members: { patience: [1m] }\n",
		"patience",
		"write one duration, or groups with a duration each",
	],
	[
		"    members: { patients: 1m }\n",
		"patients",
		"there is no such key; did you mean patience?",
	],
])("%j is a mistake told at its place", (lines, path, mistake) => {
	expect(under(lines).mistakes).toEqual([
		expect.objectContaining({
			say: mistake,
			path: expect.stringContaining(`brokers.a.members.${path}`),
		}),
	]);
});
