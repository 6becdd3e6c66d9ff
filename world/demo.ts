// How does one see Tidemark at work? Real brokers, a shop that uses them, and the product on top, until Ctrl-C.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { type Child, startChild } from "./child.ts";
import { eventuallyFrom } from "./eventually.ts";
import { startInbox } from "./inbox.ts";
import { startKafka } from "./kafka.ts";
import { moveIn } from "./place.ts";
import { freePortFrom } from "./ports.ts";
import { startRabbit } from "./rabbitmq.ts";
import { startRedis } from "./redis.ts";
import { ask, step } from "./run.mjs";
import { shopBrokers, shopEnv } from "./shop-brokers.ts";

const root = join(import.meta.dirname, "..");
process.chdir(root);
const { values } = parseArgs({
	options: {
		without: { type: "string", multiple: true, default: [] },
		/** The product as one works on it: nothing is built, and what it says is said here. */
		dev: { type: "boolean", default: false },
	},
});
const folder = moveIn(join(root, ".tidemark"));
/** A broker moves messages with a shovel. */
const moving = [
	"rabbitmq_management",
	"rabbitmq_shovel",
	"rabbitmq_shovel_management",
];
/** Each under the scheme of its addresses. */
const starts = {
	kafka: (own: string) => startKafka({ nodes: 1, folder: own }),
	redis: (own: string) => startRedis({ folder: own }),
	rabbitmq: (own: string) => startRabbit({ folder: own, plugins: moving }),
};
let product: Child | undefined;
const others: Child[] = [];
let ending = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
	process.on(signal, () => void end(0));
process.once("disconnect", () => void end(0));

try {
	const [, { brokers, weather }] = await Promise.all([
		step("the web", buildWeb),
		step("brokers and a shop that uses them", startShop),
	]);
	const listen = `127.0.0.1:${await freePortFrom(7700)}`;
	await step("Tidemark", () => startProduct(brokers, listen));
	const link = ownersLink(listen);
	console.log(
		[
			`\nOpen http://${listen}/ as a visitor, who can do what loses no message`,
			...(link === null
				? []
				: [
						`or, once and within 15 minutes, as the owner, who can do all: ${link}`,
					]),
			`Change what happens in the shop at ${weather}`,
			"Notices of its alerts are told here, after a few minutes. Ctrl-C ends everything.",
		].join("\n"),
	);
} catch (error) {
	if (!ending) console.error(error instanceof Error ? error.message : error);
	await end(1);
}

async function buildWeb() {
	if (values.dev || !existsSync(join(root, "bin", "build.ts"))) return;
	const output = join(folder, "build.log");
	const build = node(["bin/build.ts"], output, 5);
	const { code } = await build.gone;
	if (code !== 0) throw new Error(readFileSync(output, "utf8"));
}

type Shop = {
	/** As the product is told about them. */
	readonly brokers: string;
	/** The page of buttons. */
	readonly weather: string;
};

async function startShop(): Promise<Shop> {
	const addresses = await Promise.all(
		Object.entries(starts)
			.filter(([scheme]) => !values.without.includes(scheme))
			.map(async ([scheme, start]) => {
				const { address } = await start(join(folder, scheme));
				return { scheme, address };
			}),
	);
	if (ending) return { brokers: "", weather: "" };
	const output = join(folder, "weather.log");
	const shop = node(
		[
			...["world/weather/main.ts", "--port", `${await freePortFrom(7780)}`],
			...addresses.flatMap(({ scheme, address }) => [`--${scheme}`, address]),
		],
		output,
		0,
	);
	const page = () =>
		/The weather is up: (\S+)/.exec(readFileSync(output, "utf8"))?.[1];
	await eventuallyFrom(shop, page, 30_000).catch(() => {
		throw new Error(`The shop did not open:\n${readFileSync(output, "utf8")}`);
	});
	return { brokers: shopBrokers(addresses), weather: page() ?? "" };
}

async function startProduct(brokers: string, listen: string): Promise<void> {
	const output = join(folder, "tidemark.log");
	const config = join(folder, "demo.yaml");
	writeFileSync(config, `${brokers}${await startInbox()}`);
	const { begin, ...how } = values.dev
		? {
				...{ command: process.execPath, begin: ["bin/dev.ts"] },
				output: "inherit" as const,
			}
		: { command: join(root, "bin", "tidemark"), begin: ["start"], output };
	const started = startChild({
		...how,
		args: [
			...[...begin, "--demo", "--folder", relative(root, folder)],
			...["--config", relative(root, config)],
			...["--listen", listen],
		],
		env: shopEnv,
		graceSeconds: 8,
	});
	product = started;
	const isReady = async () => {
		const reply = await fetch(`http://${listen}/api/ready`, {
			signal: AbortSignal.timeout(2000),
		});
		await reply.body?.cancel();
		return reply.status === 200 || undefined;
	};
	await eventuallyFrom(started, isReady, 60_000).catch(() => {
		const said = values.dev ? "" : readFileSync(output, "utf8");
		throw new Error(`Tidemark did not start:\n${said}`);
	});
}

function ownersLink(listen: string): string | null {
	const where = ["--folder", relative(root, folder), "--listen", listen];
	return ask(join(root, "bin", "tidemark"), ["link", ...where]);
}

function node(args: readonly string[], output: string, graceSeconds: number) {
	const child = startChild({
		command: process.execPath,
		args: ["--disable-warning=TimeoutNegativeWarning", ...args],
		output,
		graceSeconds,
	});
	others.push(child);
	return child;
}

/** The product first, so that it does not see its brokers die; whatever else runs goes with us, on its leash. */
async function end(code: number) {
	if (ending) return;
	ending = true;
	await Promise.all([
		product?.end(8000),
		...others.map((child) => child.end(3000)),
	]);
	process.exit(code);
}
