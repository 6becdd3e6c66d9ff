// Does the example that everybody copies load, with the systems there really are, and do they keep its secret?
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { outletKinds } from "#lib/alerts/register.ts";
import { blocksIn } from "#lib/for-tests-documents.ts";
import { redacted } from "#lib/systems/address.ts";
import { systems } from "#lib/systems/index.ts";
import type { Environment } from "./fill.ts";
import { certificates } from "./for-tests-certificates.ts";
import { type Loaded, loadConfiguration } from "./load.ts";
import { printed } from "./mistake.ts";

const root = path.resolve(import.meta.dirname, "../..");
const example = readFileSync(path.join(root, "tidemark.example.yaml"), "utf8");

const loaded = (text: string, env: Environment): Loaded =>
	loadConfiguration({
		argv: [],
		env,
		cwd: root,
		read: (file) => (file === path.join(root, "tidemark.yaml") ? text : null),
		...{ systems, outletKinds },
	});

test("the example loads with the variable it names", () => {
	const { configuration, mistakes } = loaded(example, {
		REDIS_PASSWORD: "canary/1",
	});
	expect(mistakes).toBeNull();
	expect(
		configuration?.brokers.map(({ name, system, address, everyMs }) => [
			name,
			system,
			redacted(address),
			everyMs,
		]),
	).toEqual([
		["orders", "kafka", "kafka://broker-1:9092,broker-2:9092", 5_000],
		["jobs", "redis", "redis://127.0.0.1:6379/0", 10_000],
	]);
});

test("what stands in the example as a comment loads as well", () => {
	const files = new Map([
		["authority.pem", certificates.cert],
		["tidemark.pem", certificates.cert],
		["tidemark.key", certificates.key],
	]);
	const { configuration, mistakes } = loadConfiguration({
		argv: [],
		env: {
			...{ REDIS_PASSWORD: "canary/1", PAYMENTS_PASSWORD: "canary/2" },
			...{
				SCRAPE_TOKEN: "canary/of/some/length",
				SENTINEL_PASSWORD: "canary/3",
				SHOP_PASSWORD: "canary/10",
				PING_KEY: "canary-4",
				SLACK_URL: "https://hooks.example.org/canary/5",
				PAGER_KEY: "canary/6/of/some/length",
				MAIL_PASSWORD: "canary/7",
				HOOK_SECRET: "canary/8/of/some/length",
				OIDC_SECRET: "canary/9",
			},
		},
		cwd: root,
		read: (file) =>
			path.basename(file) === "tidemark.yaml"
				? example
						.replaceAll(/^ {2}#(?! )/gm, "  ")
						.replaceAll(/^ {2}# {2}/gm, "    ")
						.replaceAll(/^# {2}/gm, "  ")
						.replaceAll(/^#(?! )/gm, "")
				: (files.get(path.basename(file)) ?? null),
		...{ systems, outletKinds },
	});
	expect(mistakes).toBeNull();
	expect(configuration?.brokers.map(({ name }) => name)).toEqual([
		...["orders", "jobs", "payments", "emails", "tokens", "cache"],
		...["carts", "mails", "shop"],
	]);
	expect(configuration?.url).toBe("https://tidemark.example.org");
	expect(configuration?.tls).not.toBeNull();
	expect(configuration?.access.roles.map(({ name }) => name)).toEqual([
		"payments",
	]);
	expect(configuration?.alerts.outlets.map(({ kind }) => kind)).toEqual([
		...["slack", "pagerduty", "email", "webhook", "alertmanager"],
	]);
	expect(configuration?.scrapeHash).toMatch(/^[0-9a-f]{64}$/);
	expect(JSON.stringify(configuration)).not.toContain("canary");
});

test("the example says which variable is missing, and nothing else", () => {
	const { mistakes } = loaded(example, {});
	expect(mistakes?.map(({ path }) => path)).toEqual(["brokers.jobs.address"]);
	expect(mistakes?.[0]?.say).toContain("REDIS_PASSWORD");
});

/** What stands in a guide for this file; rules tell outlets, which stand further down. */
function piecesOf(guide: string): readonly string[] {
	const pieces = blocksIn(guide)
		.filter(({ language }) => language === "yaml")
		.map(({ lines }) => lines)
		.filter(([first]) => first !== "scrape_configs:");
	const [rules = [], outlets = [], ...others] = pieces;
	const whole =
		guide === "docs/alerts.md"
			? [[...outlets, ...rules.slice(1)], ...others]
			: pieces;
	return whole.map((lines) => lines.join("\n"));
}

test.each(
	["settings", "connecting", "team", "alerts"].flatMap((guide) =>
		piecesOf(`docs/${guide}.md`).map((piece) => [guide, piece] as const),
	),
)("what docs/%s.md shows of the file loads: %s", (_, piece) => {
	const variables = [...piece.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => [
		name,
		name.endsWith("URL")
			? "https://hooks.example.org/a/key"
			: "something-of-some-length",
	]);
	const { mistakes } = loadConfiguration({
		...{ argv: [], cwd: root, systems, outletKinds },
		env: Object.fromEntries(variables),
		read: (file) => {
			if (path.basename(file) === "tidemark.yaml") return piece;
			if (file.endsWith(".key")) return certificates.key;
			return file.endsWith(".pem")
				? file.endsWith("key.pem")
					? certificates.key
					: certificates.cert
				: null;
		},
	});
	expect(printed(mistakes ?? [])).toBe(printed([]));
});

test("each system's own example of an address loads", () => {
	const lines = systems.map(({ words }) => `  ${words.name}: ${words.example}`);
	expect(loaded(`brokers:\n${lines.join("\n")}\n`, {}).mistakes).toBeNull();
});

test.each(systems.flatMap(({ schemes }) => schemes))(
	"%s:// tells what is wrong with an address and never its password",
	(scheme) => {
		const wrong = `${scheme}://canary-user:canary-pass@h:1,i:2/canary-place?odd=canary-option&tls=canary-tls&mechanism=canary-kind`;
		const { mistakes } = loaded(`brokers:\n  a: ${wrong}\n`, {});
		expect(mistakes?.length).toBeGreaterThan(0);
		expect(printed(mistakes ?? [])).not.toMatch(/canary-(?:user|pass)/);
	},
);
