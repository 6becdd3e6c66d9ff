// Which tests run together, on which server, and when? Those of every change, of every day, and of whoever asks for all versions. Plain JavaScript: whoever readies a bare machine reads it too.
import { kafkaVersion, kafkaVersions } from "./kafka-jars.mjs";
import { rabbitProjects } from "./rabbitmq.mjs";
import { otherVersions, usualVersions } from "./versions.mjs";

/** @typedef {import("./versions.mjs").RedisVersion} RedisVersion */

const elsewhere = ["node_modules/**", ".tidemark/**"];
const alone = {
	// Modules are loaded once and not for each file, which halves the time: no file may leave anything behind in them.
	isolate: false,
	// They take milliseconds; on a machine that does something else as well, those of many random cases take seconds.
	testTimeout: 30_000,
};

/** They need nothing. Those that take seconds are for every day, and not for every change. */
export const unitProjects = [
	{
		...{ name: "unit", ...alone },
		include: ["**/*.test.{ts,tsx}"],
		exclude: ["**/*.live.test.ts", "**/*.long.test.ts", ...elsewhere],
	},
	{
		...{ name: "unit at length", ...alone },
		include: ["**/*.long.test.ts"],
		exclude: elsewhere,
	},
];

/** The name of the tests on it. @param {RedisVersion} version */
export const projectOf = (version) =>
	version.startsWith("valkey") ? version : `redis ${version}`;

/** What must hold on every version, and not only on the machine's own. */
const onEveryVersion = [
	...["redis", "lag", "faults", "rights", "calm", "protocol"],
	...[
		"names",
		"asked",
		"lull",
		"members",
		"members-named",
		"broadcast",
		"broadcast-bounds",
		"loss",
		"connections",
	],
];
/** The server of 6.2 was built without TLS, and it counts no lag that a clean-up could show before and after. */
const since7 = [
	"encrypted",
	"clean-ups",
	"clean-ups-other",
	"clean-ups-undo",
	"clean-ups-interleaved",
	"clean-ups-rights",
	"clean-ups-choices",
	"clean-ups-lists",
	"clean-ups-lists-other",
	"clean-ups-lists-interleaved",
];

/** Half of the time of all of them: every day on the machine's own server, on the others by `npm run test:versions`. */
const atLength = [
	...["lag", "members", "members-named", "broadcast"],
	...["clean-ups-interleaved", "clean-ups-lists-interleaved"],
];
/** @param {RedisVersion} version */
export const atLengthOn = (version) => `${projectOf(version)} at length`;

/** @type {(name: string, version: RedisVersion, files: readonly string[]) => { name: string, include: string[], env: Record<string, string> }} */
const projectWith = (name, version, files) => ({
	name,
	include: files.map((file) => `lib/systems/redis/live/${file}.live.test.ts`),
	env: { TIDEMARK_TEST_VERSION: version },
});

/** For vitest.config.ts: the same tests, told which server to start. */
export const versionProjects = [
	...usualVersions.flatMap((version) => {
		const brief = [...onEveryVersion, ...since7].filter(
			(file) => !atLength.includes(file),
		);
		return [
			projectWith(projectOf(version), version, brief),
			projectWith(atLengthOn(version), version, atLength),
		];
	}),
	...otherVersions.map((version) =>
		projectWith(projectOf(version), version, [
			...onEveryVersion,
			...(version === "6.2" ? [] : since7),
		]),
	),
	...rabbitProjects,
];

const onEachKafka = [
	...["destroy", "forget", "refusals", "reset-kinds", "reset-races", "rights"],
];

/** Each takes a minute of the processor: what is packed, installed elsewhere and started there, also as an image and by systemd; what is made while one works on it; lines that Kafka's own tools run. */
export const longProjects = [
	{
		name: "package",
		include: ["bin/pack/live/long/*.live.test.ts"],
		env: { TIDEMARK_TEST_VERSION: "valkey 9.1" },
	},
	{
		name: "developing",
		include: ["bin/live/long/*.live.test.ts"],
	},
	{
		name: "redis at length",
		include: ["lib/systems/redis/live/long/*.live.test.ts"],
	},
	{
		name: "deployed",
		include: ["deploy/live/long/*.live.test.ts"],
	},
	{
		name: "demo",
		include: ["world/weather/live/long/*.live.test.ts"],
	},
	...kafkaVersions
		.filter((version) => version !== kafkaVersion)
		.map((version) => ({
			name: `kafka ${version}`,
			include: onEachKafka.map(
				(file) => `lib/systems/kafka/live/${file}.live.test.ts`,
			),
			env: { TIDEMARK_TEST_KAFKA: version },
		})),
	{
		name: "kafka at length",
		include: ["lib/systems/kafka/live/long/*.live.test.ts"],
	},
];
