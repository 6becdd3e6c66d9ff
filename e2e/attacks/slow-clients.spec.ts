// T25, its slow half: do thousands who never finish asking keep nobody out, and cost no more than a bounded number of them would?
import { readdirSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { eventually } from "#world/eventually.ts";
import { ask } from "../visitor.ts";
import { expect, test } from "./door-stage.ts";

const crowd = 5_000;
const megabyte = 1024;

/** Ways to take one's time: a line that never ends, a body that never comes, and nothing at all. */
const openings = (host: string) => [
	`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `,
	`POST /api/session HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 900000\r\n\r\n{`,
	"",
];

test("T25: 5,000 slow clients keep nobody out, and take neither memory nor files without end", async ({
	product,
}) => {
	const { host, hostname, port } = new URL(product.origin);
	const pid = product.webPid();
	const slow: Socket[] = [];
	try {
		for (let n = 0; n < crowd; n++) {
			const socket = connect({ host: hostname, port: Number(port) });
			socket.on("error", () => {});
			socket.write(openings(host)[n % 3] ?? "");
			slow.push(socket);
			if (n % 250 !== 249) continue;
			await eventually(
				() => socket.closed || !socket.connecting || undefined,
				20_000,
			);
			expect((await ask(product, "/api/health")).http).toBe(200);
		}
		const dripping = setInterval(() => {
			for (const socket of slow) if (!socket.closed) socket.write("x");
		}, 500);
		try {
			for (let n = 0; n < 20; n++) {
				const startedMs = performance.now();
				expect((await ask(product, "/api/ready")).http).toBe(200);
				expect((await ask(product, "/")).http).toBe(200);
				expect(performance.now() - startedMs).toBeLessThan(10_000);
			}
			expect(openFiles(pid)).toBeLessThan(1_300);
			expect(residentKilobytes(pid)).toBeLessThan(512 * megabyte);
			// A line that never ends is over after a while, though a letter comes every now and then.
			const lines = slow.filter((_, n) => n % openings(host).length === 0);
			await eventually(
				() => lines.every(({ closed }) => closed) || undefined,
				60_000,
			);
		} finally {
			clearInterval(dripping);
		}
	} finally {
		for (const socket of slow) socket.destroy();
	}
	await eventually(() => openFiles(pid) < 100 || undefined, 10_000);
});

const openFiles = (pid: number): number =>
	readdirSync(`/proc/${pid}/fd`).length;

function residentKilobytes(pid: number): number {
	const facts = readFileSync(`/proc/${pid}/status`, "utf8");
	return Number(/^VmRSS:\s+(\d+) kB/m.exec(facts)?.[1]);
}
