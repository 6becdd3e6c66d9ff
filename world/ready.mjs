// Is this machine ready for a demo or for the tests? Makes ready what is missing, and hands over. Plain JavaScript for any Node from 20.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { alertmanager } from "./alertmanager.mjs";
import { docker } from "./docker.mjs";
import {
	fetchJars,
	hasJars,
	kafkaVersion,
	kafkaVersions,
} from "./kafka-jars.mjs";
import { whenNpmIsGone } from "./npm-gone.mjs";
import {
	installNode,
	installPackages,
	node24,
	packagesAreThere,
	stampPackages,
} from "./packages.mjs";
import { prometheus } from "./prometheus.mjs";
import { jobsPython } from "./python.mjs";
import { hasRabbit, otherRabbits, rabbitmq, usualRabbit } from "./rabbitmq.mjs";
import { brokersFor, isShown } from "./ready-plan.mjs";
import { endAll, run, step } from "./run.mjs";
import { chromium, install, missingOf } from "./tools.mjs";
import {
	otherThan,
	otherVersions,
	serverOf,
	usualVersions,
} from "./versions.mjs";

const ends = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** @typedef {import("./ready-plan.mjs").Mode} Mode */

/**
 * Tests read an older cluster as well.
 * @param {Mode} mode
 */
const versionsFor = (mode) => (isShown(mode) ? [kafkaVersion] : kafkaVersions);

process.chdir(join(import.meta.dirname, ".."));
const mode = modeIn(process.argv[2]);
if (mode !== null) await main(mode);
else {
	console.error("usage: node world/ready.mjs demo|dev|test|versions");
	process.exitCode = 2;
}

/** @param {string | undefined} said */
function modeIn(said) {
	for (const known of /** @type {const} */ ([
		"demo",
		"dev",
		"test",
		"versions",
	]))
		if (said === known) return known;
	return null;
}

/** @param {Mode} mode */
async function main(mode) {
	const stop = (/** @type {NodeJS.Signals} */ signal) => {
		endAll("SIGTERM");
		process.exit(128 + constants.signals[signal]);
	};
	for (const signal of ends) process.on(signal, stop);
	whenNpmIsGone(() => process.kill(process.pid, "SIGTERM"));
	try {
		const args = await prepare(mode);
		for (const signal of ends) process.off(signal, stop);
		handOver(mode, args);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
}

/** @param {Mode} mode */
async function prepare(mode) {
	await step("packages", async () => {
		if (packagesAreThere()) stampPackages();
		else await installPackages();
	});
	await step("Node 24", installNode);
	const args = await prepareBrokers(mode);
	if (mode === "versions") {
		await servers([...usualVersions, ...otherVersions]);
		for (const version of otherRabbits) await rabbit(version);
		await step("Docker", docker).catch((error) => console.error(error.message));
		await step("Chromium", browser);
		return ["versions"];
	}
	if (mode === "test") {
		await servers(usualVersions);
		const others = /** @type {const} */ ([
			["Prometheus", prometheus],
			["Alertmanager", alertmanager],
			["Celery, RQ and kafka-python", jobsPython],
		]);
		for (const [name, fetch] of others)
			await step(name, fetch).catch((error) => console.error(error.message));
		await step("Chromium", browser);
	}
	return mode === "dev" ? ["--dev", ...args] : args;
}

/** @param {Mode} mode */
async function prepareBrokers(mode) {
	const versions = versionsFor(mode);
	const advice = await step("tools", () => tools(mode));
	if (missingOf(["java", "maven"]).length === 0)
		await step("Kafka's jars", async () => {
			for (const version of versions) await fetchJars(version);
		}).catch((error) => console.error(error.message));
	await rabbit(usualRabbit);
	const have = {
		kafka: missingOf(["java"]).length === 0 && versions.every(hasJars),
		redis: missingOf(["redis-server"]).length === 0,
		rabbitmq: hasRabbit(),
	};
	const { goOn, without } = brokersFor(mode, have);
	if (without.length > 0) {
		const said = `Without ${without.join(" and ")}. ${advice ?? ""}`.trim();
		if (!goOn) throw new Error(said);
		console.log(said);
	}
	return without.flatMap((broker) => ["--without", broker]);
}

/**
 * One that cannot be had fails the tests that are about it, and no others.
 * @param {readonly import("./versions.mjs").RedisVersion[]} versions
 */
async function servers(versions) {
	for (const version of versions)
		await step(`server ${version}`, () => serverOf(version)).then(
			(launch) => say(otherThan(version, launch)),
			(error) => console.error(error.message),
		);
}

/** @param {import("./rabbitmq.mjs").RabbitVersion} version */
async function rabbit(version) {
	await step(`RabbitMQ ${version}`, () => rabbitmq(version)).catch((error) =>
		console.error(error.message),
	);
}

/** @param {string | null} text */
function say(text) {
	if (text !== null) console.log(text);
}

/** @param {Mode} mode */
async function tools(mode) {
	const missing = missingOf([
		"redis-server",
		"java",
		...(versionsFor(mode).every(hasJars)
			? []
			: /** @type {const} */ (["maven"])),
		...(isShown(mode)
			? []
			: /** @type {const} */ (["chromium", "libfaketime"])),
	]);
	if (missing.length === 0) return null;
	// One that cannot be had must not keep the others away, and a demo may go on without.
	return await install(missing).catch((error) => String(error.message));
}

/** Where the system has none, Playwright brings its own. */
async function browser() {
	const path = chromium();
	if (path === null) await run(node24, playwright("install", "chromium"));
	else process.env.TIDEMARK_CHROMIUM = path;
}

const playwright = (/** @type {string[]} */ ...args) => [
	join("node_modules", "@playwright", "test", "cli.js"),
	...args,
];

/** @type {(mode: Mode, args: string[]) => void} */
function handOver(mode, args) {
	const script = isShown(mode) ? "demo" : "suite";
	const child = spawn(
		node24,
		["--disable-warning=TimeoutNegativeWarning", `world/${script}.ts`, ...args],
		// The channel carries nothing: its end tells the child that we are gone.
		{ stdio: ["inherit", "inherit", "inherit", "ipc"] },
	);
	for (const signal of ends) process.on(signal, () => child.kill(signal));
	child.once("exit", (code, signal) => {
		process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1));
	});
}
