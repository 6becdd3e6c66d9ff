// Which certificates do tests of encrypted connections need? Two authorities, and what each of them signed.
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * `ca.pem` signed `broker` (this machine), `foreign` (broker.example.org), `stale` (run out) and `client`; `other-ca.pem`
 * signed `stranger`, a client. Each has a `.key`, and what a server shows also a `.both.pem`.
 */
export async function makeCertificates(folder: string): Promise<void> {
	const openssl = (...args: string[]) =>
		run("openssl", args, { cwd: folder }).then(() => {});
	const key = [
		"-newkey",
		"ec",
		"-pkeyopt",
		"ec_paramgen_curve:P-256",
		"-nodes",
	];
	const sign = async (name: string, ca: string, san: string, days = "2") => {
		await openssl(
			...["req", "-new", ...key, "-subj", `/CN=${name}`],
			...["-addext", `subjectAltName=${san}`],
			...["-keyout", `${name}.key`, "-out", `${name}.csr`],
		);
		await openssl(
			...["x509", "-req", "-in", `${name}.csr`, "-copy_extensions", "copy"],
			...["-CA", `${ca}.pem`, "-CAkey", `${ca}.key`, "-days", days],
			...["-out", `${name}.pem`],
		);
	};
	for (const ca of ["ca", "other-ca"])
		await openssl(
			...["req", "-x509", ...key, "-subj", `/CN=${ca}`, "-days", "2"],
			...["-keyout", `${ca}.key`, "-out", `${ca}.pem`],
		);
	await sign("broker", "ca", "DNS:localhost,IP:127.0.0.1");
	await sign("foreign", "ca", "DNS:broker.example.org");
	await sign("stale", "ca", "IP:127.0.0.1", "-1");
	await sign("client", "ca", "DNS:client");
	await sign("stranger", "other-ca", "DNS:client");
	for (const name of ["broker", "foreign", "stale"]) {
		const parts = [`${name}.key`, `${name}.pem`].map((part) =>
			readFile(join(folder, part), "utf8"),
		);
		const both = (await Promise.all(parts)).join("");
		await writeFile(join(folder, `${name}.both.pem`), both);
	}
}
