// Does the image do what `deploy/compose.yaml` says of it, when its lines are typed beside a Kafka and a Redis?
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Docker, startDocker } from "#world/docker.ts";
import {
	type DockerBrokers,
	startDockerBrokers,
} from "#world/docker-brokers.ts";
import { eventually } from "#world/eventually.ts";
import { root, textOf } from "../../../lib/architecture-tree.ts";
import project from "../../../package.json" with { type: "json" };

const minutesMs = 1_200_000;
const password = "a long enough tide";
const secret = "canary-of-redis";
const image = `tidemark:${project.version}`;
const origin = "http://localhost:7700";
const compose = "docker compose -f deploy/compose.yaml";

/** What somebody types who reads the file from its top. */
const [build = "", add = "", up = ""] = [
	...textOf("deploy/compose.yaml").matchAll(/^# {3}(docker compose .+)$/gm),
].map(([, line = ""]) => line);

let folder: string;
let docker: Docker;
let brokers: DockerBrokers | undefined;
const type = (line: string, input = "") =>
	docker.type(line, {
		...{ cwd: path.join(folder, "source"), input },
		env: { COMPOSE_PROJECT_NAME: "tidemark-tried" },
	});
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "tidemark-image-"));
	await copySource(path.join(folder, "source"));
	await writeFile(
		path.join(folder, "source/deploy/secrets.env"),
		`REDIS_PASSWORD=${secret}\n`,
		{ mode: 0o600 },
	);
	docker = await startDocker(path.join(folder, "docker"));
	brokers = await startDockerBrokers(docker, "brokers", secret, folder);
	await type(build);
}, minutesMs);
afterAll(async () => {
	if (brokers) {
		await type(`${compose} down --volumes`).catch(console.error);
		await brokers.stop();
	}
	await docker?.stop();
	await rm(folder, { recursive: true, force: true });
}, minutesMs);

/** As a clone has it, with what is not committed yet. */
async function copySource(to: string): Promise<void> {
	const asked = [
		"ls-files",
		"-z",
		"--cached",
		"--others",
		"--exclude-standard",
	];
	const { stdout } = await promisify(execFile)("git", asked, { cwd: root });
	for (const name of stdout.split("\0").filter(Boolean))
		await cp(path.join(root, name), path.join(to, name)).catch(unlessGone);
}

function unlessGone(error: NodeJS.ErrnoException): void {
	if (error.code !== "ENOENT") throw error;
}

async function inspected(what: string): Promise<string> {
	const name = await type(`${compose} ps --all --quiet tidemark`);
	const ask = ["docker", "inspect", "--format", what, name.trim()];
	return (await docker.run(ask)).trim();
}
const shell = (line: string, ...how: readonly string[]) =>
	docker.run([
		...["docker", "run", "--rm", "--entrypoint", "sh", ...how, image],
		...["-c", line],
	]);
const healthy = () =>
	eventually(
		async () =>
			(await inspected("{{.State.Health.Status}}")) === "healthy" || undefined,
		...([120_000, 500] as const),
	);

type Board = {
	readonly brokers: readonly {
		readonly name: string;
		readonly state: string;
	}[];
	readonly rows: readonly {
		readonly channel: string;
		readonly group: string;
	}[];
};

/** Mina signs in, and asks for the board. */
async function board(): Promise<Board> {
	const headers = {
		...{ origin, "x-tidemark": "1" },
		"content-type": "application/json",
	};
	const body = JSON.stringify({ by: "password", person: "mina", password });
	const entered = await fetch(`${origin}/api/session`, {
		...{ method: "POST", headers, body },
	});
	const cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
	const reply = await fetch(`${origin}/api/board`, {
		headers: { ...headers, cookie },
	});
	if (!reply.ok) throw new Error(`${reply.status} ${await reply.text()}`);
	return reply.json();
}

test("nothing in it is root's to lose: its user writes into one folder, and no password came along", async () => {
	const said = await shell(
		"id -u; for at in / /opt/tidemark /etc/tidemark /var/lib/tidemark; do test -w $at && echo writes $at; done; node --version",
	);
	expect(said.split("\n").filter(Boolean)).toEqual([
		...["10001", "writes /var/lib/tidemark"],
		expect.stringMatching(/^v24\./),
	]);
	const tell = [
		"docker",
		"history",
		"--no-trunc",
		"--format",
		"{{.CreatedBy}}",
	];
	expect(await docker.run([...tell, image])).not.toContain(secret);
	await docker.type(
		"docker build -q -f deploy/Containerfile --target made -t made .",
		{
			cwd: path.join(folder, "source"),
		},
	);
	const there = await docker.run([
		"docker",
		"run",
		"--rm",
		"made",
		"ls",
		"/made/deploy",
	]);
	expect(there).toContain("Containerfile");
	expect(there).not.toContain("secrets.env");
	const size = ["docker", "image", "inspect", "--format", "{{.Size}}", image];
	console.log(
		`the image: ${Math.round(Number(await docker.run(size)) / 1e6)} MB`,
	);
}, 300_000);

test("before anybody can sign in it says so and ends, and is not taken for well", async () => {
	const known = [`TIDEMARK_ADDRESS=${origin}`, "TIDEMARK_PLAINHTTP=true"];
	const env = known.flatMap((one) => ["--env", one]);
	const start = ["docker", "run", "--rm", "--read-only", ...env, image];
	await expect(docker.run(start)).rejects.toThrow(/sign in/);
}, 120_000);

test("the lines that follow add somebody and start it: it is well, and shows what waits at both", async () => {
	await brokers?.createTopic("payments");
	await brokers?.redis("XADD", "mails", "*", "to", "ann");
	await brokers?.redis("XGROUP", "CREATE", "mails", "senders", "0");
	// A test has no terminal on which what is typed could be hidden.
	const asked = add.replace("run --rm", "run --rm -T");
	expect(await type(asked, `${password}\n`)).toContain("mina");
	await type(up);
	await healthy();
	const seen = await eventually(async () => {
		const now = await board();
		return now.rows.length > 0 ? now : undefined;
	}, 60_000);
	expect(seen.rows).toEqual([
		expect.objectContaining({ channel: "mails", group: "senders" }),
	]);
	expect(seen.brokers.map(({ name }) => name).sort()).toEqual([
		"jobs",
		"orders",
	]);
	expect(await type(`${compose} logs`)).not.toContain(secret);
}, 300_000);

test("it ends at once when it is asked to, and knows everybody when it comes back", async () => {
	await type(`${compose} stop`);
	// After the grace that the file gives Docker ends it, and that is told as another code.
	expect(await inspected("{{.State.ExitCode}}")).toBe("0");
	await type(up);
	await healthy();
	expect((await board()).rows).toHaveLength(1);
}, 300_000);
