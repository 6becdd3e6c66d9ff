// Does a systemd run the unit as its first lines say, keep it to the one folder it may write, and start it again?
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { nodeImage } from "#world/docker.mjs";
import { type Docker, startDocker } from "#world/docker.ts";
import { eventually } from "#world/eventually.ts";
import { root, textOf } from "../../../lib/architecture-tree.ts";
import project from "../../../package.json" with { type: "json" };

const minutesMs = 1_200_000;
const tarball = `tidemark-${project.version}.tgz`;
const unit = textOf("deploy/tidemark.service");

/** A machine with systemd, a Redis at its usual port, and what an administrator uses. */
const machine = `FROM ${nodeImage}
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends systemd dbus sudo procps redis-server >/dev/null
COPY ${tarball} /srv/
STOPSIGNAL SIGRTMIN+3
CMD ["/lib/systemd/systemd"]
`;
/** What a systemd needs to be the first of a machine, as this one is to its own. */
const asMachine = [
	...["--cap-add", "SYS_ADMIN", "--cap-add", "SYS_PTRACE"],
	...["--security-opt", "seccomp=unconfined"],
	...["--security-opt", "apparmor=unconfined"],
	...["/run", "/run/lock", "/tmp"].flatMap((at) => ["--tmpfs", at]),
	...["--volume", "/sys/fs/cgroup:/sys/fs/cgroup:rw"],
];

let folder: string;
let docker: Docker;
const inside = (line: string, input = "") =>
	docker.run(["docker", "exec", "-i", "tried", "sh", "-c", line], { input });
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), "tidemark-unit-"));
	docker = await startDocker(path.join(folder, "docker"));
	await promisify(execFile)(
		process.execPath,
		["--disable-warning=ExperimentalWarning", "bin/pack.ts"],
		{ cwd: root },
	);
	const from = path.join(folder, "machine");
	await mkdir(from);
	await writeFile(path.join(from, "Dockerfile"), machine);
	const packed = path.join(root, ".tidemark", tarball);
	await copyFile(packed, path.join(from, tarball));
	await docker.run(["docker", "build", "--quiet", "--tag", "machine", from]);
	const start = ["docker", "run", "--detach", "--name", "tried", ...asMachine];
	await docker.run([...start, "machine"]);
	await eventually(() => inside("systemctl is-system-running"), 60_000, 500);
}, minutesMs);
afterAll(async () => {
	await docker?.run(["docker", "rm", "--force", "tried"]).catch(console.error);
	await docker?.stop();
	await rm(folder, { recursive: true, force: true });
}, minutesMs);

const typed = [...unit.matchAll(/^# {3}(\S.+)$/gm)].map(([, line = ""]) =>
	line.replace("<…>", "/srv"),
);
const steps = typed.filter((line) => !line.includes("people add"));
const add = typed.find((line) => line.includes("people add")) ?? "";

const property = (name: string) =>
	inside(`systemctl show --value -p ${name} tidemark`).then((text) =>
		text.trim(),
	);
const health = () =>
	inside(
		`node -e "fetch('http://localhost:7700/api/health').then(r => r.text()).then(console.log, () => process.exit(1))"`,
	);
const journal = () => inside("journalctl --no-pager -o cat -u tidemark");

test("its lines install and start it, and it watches what this machine has", async () => {
	expect(steps).toHaveLength(3);
	await inside(["set -e", ...steps].join("\n"));
	await eventually(health, 120_000, 500);
	expect(await property("ActiveState")).toBe("active");
	expect(await journal()).toContain("/enter#key=");
	const password = "a long enough tide\n";
	expect(await inside(add, password)).toContain("mina");
	expect(await inside("systemd-analyze verify tidemark.service")).toBe("");
	const [exposure = ""] =
		/Overall exposure.*/.exec(
			await inside("systemd-analyze security --no-pager tidemark"),
		) ?? [];
	console.log(exposure);
	expect(exposure).toMatch(/ OK /);
}, 300_000);

test("it is nobody's root, and writes into no folder but its own", async () => {
	const pid = await property("MainPID");
	const status = await inside(`cat /proc/${pid}/status`);
	expect(status).toMatch(/^CapEff:\s0+$/m);
	expect(status).toMatch(/^NoNewPrivs:\s1$/m);
	expect(status).not.toMatch(/^Uid:\s0\s/m);
	const within = `nsenter --target ${pid} --mount sh -c`;
	for (const place of ["/etc/tidemark", "/opt/tidemark", "/usr", "/srv"])
		await expect(inside(`${within} 'touch ${place}/tried'`)).rejects.toThrow(
			/Read-only|Permission/,
		);
	const mode = await inside("stat -c '%U %a' /var/lib/tidemark");
	expect(mode.trim()).toBe("tidemark 700");
}, 60_000);

test("whoever kills it sees it come back, and a mistake is said once", async () => {
	const before = await property("MainPID");
	await inside(`kill -9 ${before}`);
	await eventually(
		async () =>
			Number(await property("MainPID")) > 0 &&
			(await property("MainPID")) !== before
				? await health()
				: undefined,
		...([60_000, 500] as const),
	);
	await inside("echo 'brokers: 7' > /etc/tidemark/tidemark.yaml");
	await inside("systemctl restart tidemark");
	await eventually(
		async () => (await property("ActiveState")) === "failed" || undefined,
		...([60_000, 500] as const),
	);
	expect(await property("ExecMainStatus")).toBe("2");
	expect(await journal()).toContain("brokers");
	await inside("rm /etc/tidemark/tidemark.yaml && systemctl start tidemark");
	await eventually(health, 60_000, 500);
	await inside("systemctl stop tidemark");
	expect(await property("Result")).toBe("success");
}, 300_000);
