// Do the files that run Tidemark elsewhere name settings, routes, ports and places that are there?
import path from "node:path";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { outletKinds } from "#lib/alerts/register.ts";
import { loadConfiguration } from "#lib/config/load.ts";
import { settings } from "#lib/config/sheet.ts";
import { systems } from "#lib/systems/index.ts";
import { files, textOf } from "../lib/architecture-tree.ts";
import project from "../package.json" with { type: "json" };

type Tree = { readonly [key: string]: Tree } & readonly Tree[] & string;
type Variables = Readonly<Record<string, string>>;

const containerfile = textOf("deploy/Containerfile").replaceAll("\\\n", " ");
const unit = textOf("deploy/tidemark.service");
// The casts: what a test asks of these trees is undefined where they are otherwise.
const compose = parse(textOf("deploy/compose.yaml")) as Tree;
const documents = parseAllDocuments(textOf("deploy/kubernetes.yaml"));
const objects = documents.map((one) => one.toJS() as Tree);

const ofImage: Variables = Object.fromEntries(
	[...containerfile.matchAll(/\b(TIDEMARK_[A-Z_]+)=(\S+)/g)].map(
		([, name = "", value = ""]) => [name, value],
	),
);
const lines = (word: string) =>
	[...containerfile.matchAll(new RegExp(`^${word} (.+)$`, "gm"))].map(
		([, rest = ""]) => rest.trim(),
	);
const owner = lines("USER")[0]?.split(":")[0] ?? "";
const volume = lines("VOLUME")[0] ?? "";

const loaded = (env: Variables, text: string | null) =>
	loadConfiguration({
		...{ argv: [], cwd: "/etc/tidemark", systems, outletKinds },
		env: { ...ofImage, ...env },
		read: (file) => (file === "/etc/tidemark/tidemark.yaml" ? text : null),
	});

const object = (kind: string): Tree | undefined =>
	objects.find((one) => one.kind === kind);
const pod = object("Deployment")?.spec?.template?.spec;
const container = pod?.containers?.[0];

const isRoute = (route: string): boolean =>
	files.includes(`app${route}/route.ts`);

test("every variable of ours that is set is one that is read", () => {
	const known = settings.map((setting) => `TIDEMARK_${setting.toUpperCase()}`);
	const named = files
		.filter((file) => /^deploy\/(?!.*\.test\.ts$)/.test(file))
		.flatMap((file) => textOf(file).match(/\bTIDEMARK_[A-Z_]+/g) ?? []);
	expect(named.length).toBeGreaterThan(5);
	expect(
		named.filter(
			(name) => !known.includes(name) && !/^TIDEMARK_BROKER_[A-Z]/.test(name),
		),
	).toEqual([]);
});

test("the image is built from all that is needed, for the Node that the package asks for, and its user owns where it writes", () => {
	const copied = lines("COPY")
		.filter((line) => !line.startsWith("--from"))
		.flatMap((line) => line.split(" ").slice(0, -1));
	expect(copied.filter((name) => !isThere(name))).toEqual([]);
	expect(copied).toEqual(
		expect.arrayContaining([
			...["app", "bin", "components", "lib", "public", "package.json"],
			...["package-lock.json", "next.config.js", "proxy.ts"],
			...["tsconfig.json", "tsconfig.next.json", "tidemark.example.yaml"],
			...["README.md", "CHANGELOG.md", "LICENSE", "THIRD-PARTY.md"],
		]),
	);
	for (const from of lines("FROM")) expect(from).toMatch(/^node:24-slim/);
	expect(Number(owner)).toBeGreaterThan(0);
	expect(containerfile).toContain(
		`install -d -o ${owner} -g ${owner} -m 0700 ${volume}`,
	);
	expect(ofImage.TIDEMARK_FOLDER?.startsWith(`${volume}/`)).toBe(true);
	expect(lines("WORKDIR").at(-1)).toBe("/etc/tidemark");
	expect(containerfile).not.toMatch(/(?:password|secret|token|key)\w*=/i);
	expect(textOf(".dockerignore").split("\n")).toContain("deploy/secrets.env");
	const [route = ""] = /\/api\/\w+/.exec(lines("HEALTHCHECK")[0] ?? "") ?? [];
	expect(isRoute(route)).toBe(true);
});

const isThere = (name: string): boolean =>
	name === ".npmrc" ||
	name === "next-env.d.ts" ||
	files.some((file) => file === name || file.startsWith(`${name}/`));

test("where each of them listens is the usual port", () => {
	const { configuration } = loadConfiguration({
		...{ argv: [], env: {}, cwd: "/", read: () => null },
		...{ systems, outletKinds },
	});
	const port = configuration?.listen.port;
	expect(ofImage.TIDEMARK_LISTEN).toBe(`0.0.0.0:${port}`);
	expect(lines("EXPOSE")).toEqual([`${port}`]);
	expect(compose.services?.tidemark?.ports).toEqual([
		`127.0.0.1:${port}:${port}`,
	]);
	expect(container?.ports).toEqual([{ name: "http", containerPort: port }]);
});

test("what Compose sets is a whole configuration, and no password stands in it", () => {
	const service = compose.services?.tidemark;
	const env = Object.fromEntries(
		Object.entries<string>(service?.environment ?? {}).map(([name, text]) => [
			name,
			text.replaceAll("$$", "$"),
		]),
	);
	const { configuration, mistakes } = loaded(
		{ ...env, REDIS_PASSWORD: "canary" },
		null,
	);
	expect(mistakes).toBeNull();
	expect(configuration?.brokers.map(({ system }) => system)).toEqual(
		expect.arrayContaining(["kafka", "redis"]),
	);
	expect(loaded(env, null).mistakes).toHaveLength(1);
	expect(service?.env_file).toEqual(["secrets.env"]);
	expect(textOf(".gitignore").split("\n")).toContain("deploy/secrets.env");
	expect(service?.build?.dockerfile).toBe("deploy/Containerfile");
	expect(service?.volumes).toContain(`store:${volume}`);
	expect(service?.image).toBe(`tidemark:${project.version}`);
});

test("what a cluster sets is a whole configuration, with its secrets from where secrets are", () => {
	expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
	const text = String(object("ConfigMap")?.data?.["tidemark.yaml"]);
	const secrets = { REDIS_PASSWORD: "canary", OIDC_SECRET: "canary" };
	const { configuration, mistakes } = loaded(secrets, text);
	expect(mistakes).toBeNull();
	expect(configuration?.access.provider).not.toBeNull();
	const unset = JSON.stringify(loaded({}, text).mistakes);
	for (const name of Object.keys(secrets)) {
		expect(unset).toContain(name);
		expect(textOf("deploy/kubernetes.yaml")).toContain(
			`--from-literal=${name}=`,
		);
	}
	expect(container?.envFrom).toEqual([{ secretRef: { name: "tidemark" } }]);
	expect(container?.image).toBe(`tidemark:${project.version}`);
});

test("a cluster runs one of it, as the user of the image, with its store kept and its probes answered", () => {
	const spec = object("Deployment")?.spec;
	expect(spec?.replicas).toBe(1);
	expect(spec?.strategy).toEqual({ type: "Recreate" });
	const labels = spec?.template?.metadata?.labels;
	expect(spec?.selector?.matchLabels).toEqual(labels);
	expect(object("Service")?.spec?.selector).toEqual(labels);
	expect(pod?.securityContext).toMatchObject({
		...{ runAsNonRoot: true, runAsUser: Number(owner) },
		fsGroup: Number(owner),
	});
	expect(container?.securityContext).toMatchObject({
		...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
	});
	const mounted = new Map(
		container?.volumeMounts?.map(({ name, mountPath }) => [name, mountPath]),
	);
	expect([...mounted.keys()]).toEqual(pod?.volumes?.map(({ name }) => name));
	expect([...mounted.values()]).toEqual([volume, "/etc/tidemark", "/tmp"]);
	for (const probe of ["startup", "liveness", "readiness"]) {
		const asked = container?.[`${probe}Probe`]?.httpGet;
		expect(isRoute(String(asked?.path))).toBe(true);
		expect(asked?.httpHeaders).toEqual([
			{ name: "Host", value: "localhost:7700" },
		]);
	}
});

test("systemd starts the command of the package, and lets it write into one folder", () => {
	const said = new Map(
		unit
			.split("\n")
			.filter((line) => /^[A-Z]\w+=/.test(line))
			.map((line) => [
				line.slice(0, line.indexOf("=")),
				line.slice(line.indexOf("=") + 1),
			]),
	);
	const [program = "", command] = said.get("ExecStart")?.split(" ") ?? [];
	expect(path.basename(program)).toBe("tidemark");
	expect(program).toContain("/node_modules/.bin/");
	expect(command).toBe("start");
	const state = `/var/lib/${said.get("StateDirectory")}`;
	expect(said.get("Environment")).toBe(`TIDEMARK_FOLDER=${state}/store`);
	expect(said.get("ProtectSystem")).toBe("strict");
	expect(said.get("WorkingDirectory")).toBe("/etc/tidemark");
	// A mistake in the configuration ends it with this code.
	expect(said.get("RestartPreventExitStatus")).toBe("2");
	expect(textOf("bin/start.ts")).toContain(
		"refuse(printed(loaded.mistakes), 2)",
	);
	expect(said.has("MemoryDenyWriteExecute")).toBe(false);
});
