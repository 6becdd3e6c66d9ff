// Does a machine get what it lacks, and no more?
import { describe, expect, test } from "vitest";
import {
	brokersFor,
	javaVersion,
	type Machine,
	packagesAreCurrent,
	wayToInstall,
} from "./ready-plan.mjs";

const debian: Machine = {
	platform: "linux",
	isRoot: true,
	hasApt: true,
	hasBrew: false,
	apt: {
		"redis-server": "redis-server",
		java: "openjdk-17-jre-headless",
		maven: "maven",
		chromium: "chromium",
		libfaketime: "libfaketime",
	},
};

describe("what is missing", () => {
	test.each([
		["root on Debian installs it", {}, { apt: ["openjdk-17-jre-headless"] }],
		[
			"a plain user on Debian is told the line",
			{ isRoot: false },
			{ say: "Please run: sudo apt-get install openjdk-17-jre-headless" },
		],
		[
			"a Mac with Homebrew is told the line",
			{ platform: "darwin" as const, hasApt: false, hasBrew: true },
			{ say: "Please run: brew install openjdk" },
		],
		[
			"elsewhere a sentence says what is needed",
			{ hasApt: false },
			{ say: "Please install Java 17 or later (java)." },
		],
		[
			"a Debian too old for it is told so",
			{ apt: { ...debian.apt, java: null } },
			{ say: "Please install Java 17 or later (java)." },
		],
	])("%s", (_, differs, way) => {
		expect(wayToInstall(["java"], { ...debian, ...differs })).toEqual(way);
	});
});

test.each([
	['openjdk version "17.0.15" 2025-04-15', 17],
	['openjdk version "25" 2025-09-16', 25],
	['java version "1.8.0_392"', 8],
	[
		"The operation couldn’t be completed. Unable to locate a Java Runtime.",
		null,
	],
	[null, null],
])("%s is Java %s", (printed, version) => {
	expect(javaVersion(printed)).toBe(version);
});

describe("packages", () => {
	const lock = {
		packages: {
			"": {},
			"node_modules/next": { version: "16.0.0" },
			"node_modules/next-mac": { version: "16.0.0", optional: true },
		},
	};
	const installed = {
		packages: { "node_modules/next": { version: "16.0.0" } },
	};
	const state = { lockHash: "a", stamp: null, lock, installed };

	test.each([
		["are current when a person installed just these", {}, true],
		["are not when nothing is installed", { installed: null }, false],
		["are not when the lock changed since", { stamp: "b" }, false],
		["are when the lock is that of the stamp", { stamp: "a" }, true],
		[
			"are not when another version is there",
			{ installed: { packages: { "node_modules/next": { version: "15" } } } },
			false,
		],
		["are not when one is missing", { installed: { packages: {} } }, false],
		[
			"are not when there is one too many",
			{
				installed: {
					packages: { ...installed.packages, "node_modules/x": {} },
				},
			},
			false,
		],
	])("%s", (_, differs, current) => {
		expect(packagesAreCurrent({ ...state, ...differs })).toBe(current);
	});
});

describe("brokers", () => {
	const all = { kafka: true, redis: true, rabbitmq: true };
	const none = { kafka: false, redis: false, rabbitmq: false };

	test("a demo goes on with one of them, and not with none", () => {
		expect(brokersFor("demo", { ...none, redis: true })).toEqual({
			goOn: true,
			without: ["kafka", "rabbitmq"],
		});
		expect(brokersFor("demo", none).goOn).toBe(false);
	});

	test("tests want them all, but for one that only Debian carries", () => {
		expect(brokersFor("test", { ...all, kafka: false }).goOn).toBe(false);
		expect(brokersFor("test", { ...all, redis: false }).goOn).toBe(false);
		expect(brokersFor("test", { ...all, rabbitmq: false })).toEqual({
			goOn: true,
			without: ["rabbitmq"],
		});
	});
});
