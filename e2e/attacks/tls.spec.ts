// Does the product speak TLS from its start, and is nobody served beyond this machine by mistake?
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "node:tls";
import { expect, test } from "@playwright/test";
import { makeCertificates } from "#world/certificates.ts";
import { eventually } from "#world/eventually.ts";
import { startProduct, tidemark } from "../product.ts";

let folder: string;
test.beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "tidemark-tls-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test("T14: somebody comes in over TLS, with a cookie that no plain page can plant, and a renewed certificate is shown without a restart", async ({
	browser,
}) => {
	await makeCertificates(folder);
	const put = (name: string) =>
		Promise.all([
			copyFile(join(folder, `${name}.pem`), join(folder, "chain.pem")),
			copyFile(join(folder, `${name}.key`), join(folder, "own.key")),
		]);
	await put("broker");
	const tls = "tls: { certificate: ./chain.pem, key: ./own.key }\n";
	await writeFile(join(folder, "tidemark.yaml"), tls);
	const product = await startProduct(folder, { gone: "redis://127.0.0.1:1" });
	try {
		expect(product.origin).toMatch(/^https:/);
		const context = await browser.newContext({ ignoreHTTPSErrors: true });
		const page = await context.newPage();
		await page.goto(product.entryLink);
		const brokers = page.getByRole("list", { name: "Brokers" });
		await expect(brokers.getByText("gone")).toBeVisible();
		await page.getByRole("link", { name: "Alerts" }).click();
		await expect(page.getByRole("heading", { level: 1 })).toHaveText(
			"Firing now",
		);
		const session = (await context.cookies()).find(({ name }) =>
			name.endsWith("tidemark-session"),
		);
		expect(session).toMatchObject({
			...{ name: "__Host-tidemark-session", secure: true, httpOnly: true },
			sameSite: "Strict",
		});
		expect(await nameShown(product.origin)).toBe("broker");
		await put("foreign");
		await eventually(
			async () => (await nameShown(product.origin)) === "foreign" || undefined,
			30_000,
		);
		await writeFile(join(folder, "own.key"), "no key");
		await eventually(
			() =>
				product.output().includes("The one before it is shown on") || undefined,
			30_000,
		);
		expect(await nameShown(product.origin)).toBe("foreign");
		await page.reload();
		await expect(page.getByRole("heading", { level: 1 })).toHaveText(
			"Firing now",
		);
		await context.close();
	} finally {
		expect(await product.stop()).toBeLessThan(10_000);
	}
});

test("T1: beyond this machine it starts only where somebody can sign in, under a name, and unheard by others", async () => {
	const start = (...flags: string[]) =>
		said(["start", "--listen", "0.0.0.0:1", ...flags]);
	expect(await start()).toContain("write address: https://");
	const named = ["--address", "http://tide.example.org"];
	expect(await start(...named)).toContain("plainHttp: true");
	const refused = await start(...named, "--plain-http", "--folder", "store");
	expect(refused).toContain(
		"nobody can sign in there yet: `tidemark people add",
	);
});

/** What the certificate says that whoever connects is shown. */
const nameShown = (origin: string): Promise<string> =>
	new Promise((resolve, reject) => {
		const { hostname: host, port } = new URL(origin);
		const socket = connect(
			{ host, port: Number(port), rejectUnauthorized: false },
			() => {
				const { CN } = socket.getPeerCertificate().subject;
				resolve(String(CN));
				socket.destroy();
			},
		);
		socket.once("error", reject);
	});

/** All it says where it does not start. */
const said = (args: readonly string[]): Promise<string> =>
	new Promise((resolve, reject) => {
		execFile(tidemark, [...args], { cwd: folder }, (error, out, err) =>
			error ? resolve(out + err) : reject(new Error("it started")),
		);
	});
