// Which Docker builds and runs what `deploy` describes? The machine's own where it answers, else a daemon that the tests start. Plain JavaScript for any Node from 20.
import { realpathSync } from "node:fs";
import { copyFile, cp, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fetchWhole } from "./fetched.mjs";
import { ask, run, which } from "./run.mjs";

/** What makes up for a machine without it, by the program that tells whether it is there. */
const packages = /** @type {const} */ ({
	dockerd: "docker.io",
	"docker-compose": "docker-compose",
	iptables: "iptables",
	mmdebstrap: "mmdebstrap",
});

/** The image that `deploy/Containerfile` begins with. */
export const nodeImage = "node:24-slim";

const suite = "bookworm";
const certificates = "/etc/ssl/certs/ca-certificates.crt";
const places = () =>
	process.env.TIDEMARK_TEST_SERVERS ??
	join(import.meta.dirname, "..", ".tidemark", "servers");

/** Whether a daemon answers that is not ours. */
export const hasDaemon = () => ask("docker", ["version"]) !== null;

/** Installs what is missing where it may. */
export async function docker() {
	const missing = Object.entries(packages).flatMap(([program, name]) =>
		which(program) === null ? [name] : [],
	);
	if (hasDaemon() || missing.length === 0) return;
	if (process.getuid?.() !== 0 || which("apt-get") === null)
		throw new Error(
			`There is no Docker for the tests of images and units. Please install and start it (on Debian: sudo apt-get install ${missing.join(" ")}).`,
		);
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	await run("apt-get", ["update", "-q"], { env });
	const how = ["install", "-y", "-q", "--no-install-recommends"];
	await run("apt-get", [...how, ...missing], { env });
}

/**
 * What stands in for that image where no registry of images can be reached: the same Debian, with Node 24 and npm where
 * it has them. It trusts whom this machine trusts. It is a folder to build from, 180 MB.
 * @type {(node24: string) => Promise<string>}
 */
export async function likeNodeImage(node24) {
	const folder = join(places(), `like-${nodeImage.replace(":", "-")}`);
	await fetchWhole(folder, async (part) => {
		const root = join(part, "root.tar");
		const small = ["--variant=minbase", "--include=ca-certificates"];
		await run("mmdebstrap", [...small, suite, root]);
		await copyFile(certificates, join(part, "certificates.crt"));
		await copyFile(node24, join(part, "node"));
		const npm = dirname(dirname(realpathSync(which("npm") ?? "")));
		await cp(npm, join(part, "npm"), { recursive: true });
		await writeFile(join(part, "Dockerfile"), madeLike);
	});
	return folder;
}

const madeLike = `FROM scratch
ADD root.tar /
COPY node /usr/local/bin/node
COPY npm /usr/local/lib/node_modules/npm
COPY certificates.crt ${certificates}
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
ENV NODE_EXTRA_CA_CERTS=${certificates}
CMD ["node"]
`;
